"""A slip of the finger in an e-mail address is asked about; an address that only looks unusual is not."""

import pytest

from app.domain.people.typos import PROVIDERS, meant, slips


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("homtail.co.uk", "hotmail.co.uk"),
        ("hotmial.com", "hotmail.com"),
        ("hotmail.con", "hotmail.com"),
        ("hotmail.co", "hotmail.com"),
        ("hotmal.co.ul", "hotmail.co.uk"),
        ("outlok.com", "outlook.com"),
        ("outllok.com", "outlook.com"),
        ("gmial.com", "gmail.com"),
        ("gmail.cm", "gmail.com"),
        ("GMAL.com", "gmail.com"),
        ("googelmail.com", "googlemail.com"),
        ("yaho.co.uk", "yahoo.co.uk"),
        ("iclod.com", "icloud.com"),
        ("btintenet.com", "btinternet.com"),
        ("virginmeda.com", "virginmedia.com"),
    ],
)
def test_a_slip_of_the_finger_is_seen(typed, wanted):
    assert meant(f"Kim.Lee@{typed}") == f"Kim.Lee@{wanted}"


@pytest.mark.parametrize(
    "typed",
    [
        *PROVIDERS,
        *("meadowhomes.org.uk", "wellmeadow.example", "example.org", "manchester.gov.uk", "nhs.net", "ac.uk"),
        *("hotmail.fr", "hotmail.ca", "yahoo.co.in", "yahoo.ca", "outlook.pt", "live.nl", "wp.pl", "o2.pl", "onet.pl"),
        *("fly.com", "love.com", "so.co.uk", "mailbox.org", "small.com", "gov.uk", "local", ""),
    ],
)
def test_an_address_as_good_as_any_is_left_alone(typed):
    assert meant(f"kim@{typed}") is None


@pytest.mark.parametrize("typed", ["", "kim", "@hotmial.com", "@"])
def test_what_is_no_address_is_none_of_its_business(typed):
    assert meant(typed) is None


@pytest.mark.parametrize(
    ("typed", "known", "count"),
    [("abc", "abc", 0), ("acb", "abc", 1), ("ab", "abc", 1), ("abcd", "abc", 1), ("abx", "abc", 1), ("", "abc", 3)],
)
def test_slips_are_counted(typed, known, count):
    assert slips(typed, known) == slips(known, typed) == count
