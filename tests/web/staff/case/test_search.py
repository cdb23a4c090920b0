"""Search: what is found, what is not, and what a person types by mistake."""

from __future__ import annotations

import pytest

from app.domain.landlord.permissions import Role
from tests import cases

HERE = "/staff/search"


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def made(database):
    with database.writing() as session:
        return cases.a_complaint(session, cases.a_person(name="Łucja O’Néil-Żak", postcode="M5 4AB"))


def ask(client, typed, **more):
    return client.get(HERE, query_string={"q": typed} | more)


@pytest.mark.parametrize(
    "typed",
    ["Łucja", "łuc", "oneil zak", "neil", "m54ab", "M5 4AB", "m5", "elm court", "żak M54AB", '"neil"'],
)
def test_a_case_is_found_by_name_postcode_and_address_however_they_are_typed(handler, made, typed):
    assert made.reference in ask(handler, typed).text


@pytest.mark.parametrize("typed", ["Lucja Smith", "il", "M5 9ZZ", "neil AND NOT zak", "zzz", "*****zz", "né* OR smith"])
def test_nothing_found_says_what_to_try(handler, made, typed):
    page = ask(handler, typed)

    assert page.status_code == 200
    assert made.reference not in page.text
    assert "We found no complaint" in page.text


def test_a_reference_is_found_in_small_letters_and_without_its_dash(handler, made):
    assert made.reference in ask(handler, made.reference.lower().replace("-", " ")).text


@pytest.mark.parametrize(("typed", "said"), [("m", "at least 2"), ("--", "at least 2"), ("é" * 10_000, "Shorten it")])
def test_too_little_or_too_much_is_said_beside_the_question(handler, typed, said):
    page = ask(handler, typed)

    assert page.status_code == 422
    assert said in page.text


def test_nothing_typed_is_no_mistake(handler):
    assert handler.get(HERE).status_code == 200


@pytest.mark.parametrize(
    "typed", ["' OR 1=1", "tokens:amina", "NEAR(a b)", "a" * 100, "٣٤ ẞ ﬀ 漢字", "%_%", "\u202e\ufeffab", "&|!() <->"]
)
def test_operators_and_odd_characters_are_only_words(handler, made, typed):
    assert ask(handler, typed).status_code in (200, 422)


def test_a_character_no_database_keeps_is_refused(handler):
    assert ask(handler, "am\0ina").status_code == 400


@pytest.mark.parametrize("after", ["x", "1.2", "-1", "9" * 40, "\u0663"])
def test_a_place_nobody_links_to_is_the_beginning(handler, made, after):
    assert made.reference in ask(handler, "neil", after=after).text


def test_what_was_written_is_shown_around_the_word_and_as_it_stands(handler, database):
    with database.writing() as session:
        made = cases.a_complaint(session, words="They wrote <b>mould</b> & damp on the wall.")

    page = ask(handler, "damp", said="y").text

    assert made.reference in page
    assert "&lt;b&gt;mould&lt;/b&gt; &amp; <strong>damp</strong> on the wall." in page
    assert made.reference not in ask(handler, "damp").text


@pytest.mark.parametrize(
    ("narrowed", "is_found"),
    [
        ({"stage": "1"}, True),
        ({"stage": "2"}, False),
        ({"phase": "sent", "who": "nobody"}, True),
        ({"who": "me"}, False),
        ({"who": "1"}, False),
        ({"flag": "hazard"}, False),
        ({"late": "y"}, False),
        ({"received-day": "1", "received-month": "11", "received-year": "2026"}, True),
        ({"until-day": "1", "until-month": "11", "until-year": "2026"}, False),
        ({"stage": "9", "phase": "odd", "who": "99", "flag": "x", "area": "nowhere"}, True),
    ],
)
def test_what_is_found_is_narrowed_by_the_address(handler, made, narrowed, is_found):
    assert (made.reference in ask(handler, "neil", **narrowed).text) is is_found


def test_without_words_the_address_alone_lists_cases(handler, made):
    assert made.reference in ask(handler, "", stage="1").text
    assert made.reference not in ask(handler, "").text


@pytest.mark.parametrize(
    "days",
    [
        {"received-day": "31", "received-month": "2", "received-year": "2026"},
        {
            "received-day": "2",
            "received-month": "2",
            "received-year": "2026",
            "until-day": "1",
            "until-month": "2",
            "until-year": "2026",
        },
    ],
)
def test_days_that_cannot_be_are_said_and_everything_typed_stays(handler, days):
    page = ask(handler, "neil", **days)

    assert page.status_code == 422
    assert 'value="neil"' in page.text
    assert "day" in page.text


def test_pages_hold_each_case_once_and_lead_back(handler, database):
    with database.writing() as session:
        all_made = [cases.a_complaint(session, key=f"press-{n}").reference for n in range(60)]

    shown, address, pages = [], f"{HERE}?q=amina", []
    while address:
        page = handler.get(address)
        pages.append(address)
        shown += [reference for reference in reversed(all_made) if reference in page.text]
        address = link(page.text, "next")

    assert shown == list(reversed(all_made))
    assert link(handler.get(pages[2]).text, "prev") is not None
    assert link(handler.get(link(handler.get(pages[2]).text, "prev")).text, "prev") is not None


def link(text, rel):
    before, found, _ = text.partition(f'rel="{rel}"')
    return before.rpartition('href="')[2].partition('"')[0].replace("&amp;", "&") if found else None
