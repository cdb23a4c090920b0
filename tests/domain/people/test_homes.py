"""Postcodes as people type them, and lists of homes."""

from __future__ import annotations

import pytest

from app.domain.people.homes import Listed, check_line, listed, parted, postcode, postcode_within, twice
from app.domain.refused import Gap, Why

LINE = {
    "reference": "A1",
    "address": "1 High Street\nSalford",
    "postcode": "m5 4ab",
    "neighbourhood": "north",
    "tenure": "lcra",
}


@pytest.mark.parametrize(
    ("typed", "written"),
    [("m54ab", "M5 4AB"), (" M5  4AB ", "M5 4AB"), ("sw1a2aa", "SW1A 2AA"), ("ec1a 1bb", "EC1A 1BB")],
)
def test_a_postcode_is_read_however_it_is_typed(typed, written):
    assert postcode(typed) == written


@pytest.mark.parametrize("typed", ["", "M5", "M54A", "54AB", "M5 4ABC", "hello", "Ⅿ5 4AB"])
def test_what_is_no_postcode_is_none(typed):
    assert postcode(typed) is None


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("4 Elm Court, Salford m5 4ab", "M5 4AB"),
        ("4 Elm Court\nM54AB", "M5 4AB"),
        ("Flat 5, M5 House", None),
        ("", None),
    ],
)
def test_a_postcode_is_found_at_the_end_of_an_address(address, found):
    assert postcode_within(address) == found


@pytest.mark.parametrize(
    ("address", "without", "code"),
    [
        ("4 Elm Court, Salford m5 4ab", "4 Elm Court, Salford", "M5 4AB"),
        ("4 Elm Court\nM54AB, ", "4 Elm Court", "M5 4AB"),
        ("M5 House, 4 Elm Court", "M5 House, 4 Elm Court", ""),
    ],
)
def test_an_address_is_kept_without_the_postcode_it_ends_in(address, without, code):
    assert parted(address) == (without, code)


def test_a_good_line_is_a_home():
    assert check_line(LINE, frozenset({"north"}), frozenset({"lcra"})) == ()
    assert listed(LINE) == Listed("A1", "1 High Street, Salford", "M5 4AB", "north", "lcra")


def test_all_that_is_wrong_with_a_line_is_said_at_once():
    gaps = check_line({"neighbourhood": "south", "tenure": "castle"}, frozenset({"north"}), frozenset({"lcra"}))

    assert gaps == (
        Gap(Why.LINE_WITHOUT_REFERENCE, "reference"),
        Gap(Why.LINE_WITHOUT_ADDRESS, "address"),
        Gap(Why.NOT_A_POSTCODE, "postcode"),
        Gap(Why.NO_SUCH_NEIGHBOURHOOD, "neighbourhood"),
        Gap(Why.NO_SUCH_TENURE, "tenure"),
    )


def test_a_reference_that_stands_twice_is_found():
    assert twice(["A1", "A2", "A1", "", ""]) == {"A1"}
