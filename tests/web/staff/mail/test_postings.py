"""Letters that go by hand: listed until they have gone, printed, and marked on the day a person enters (ruling 8)."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.services.case import acknowledgements, histories
from app.services.landlord import looked_at
from tests import cases
from tests.web.conftest import token_of

LIST = "/staff/letters"
BY_POST = Preferences(Safe.YES, (Way.LETTER,), Way.LETTER)
BY_PHONE_TOO = Preferences(Safe.SOME_WAYS, (Way.LETTER, Way.PHONE), Way.PHONE, cautions=(Caution.NO_VOICEMAIL,))


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def by_post(database):
    return made(database, ways={Way.LETTER: "9 Oak Road\nSalford\nM5 9ZZ"}, preferences=BY_POST)


def made(database, **person):
    with database.writing() as session:
        return cases.a_complaint(session, cases.a_person(**person))


def posting(reference, number=1):
    return f"/staff/complaints/{reference}/letters/{number}/posting"


def mark(client, address, day="23", month="11", year="2026", **more):
    sent = {"sent_on-day": day, "sent_on-month": month, "sent_on-year": year}
    return client.post(address, data=form(client) | sent | more)


def form(client):
    """What every form carries."""
    return {"csrf_token": token_of(client), "key": uuid4().hex, "seen": "99"}


def test_a_letter_for_the_post_is_listed_until_it_is_marked_as_gone(handler, by_post):
    assert by_post.reference in handler.get(LIST).text
    assert by_post.reference in handler.get(f"{LIST}?kind=post_letter").text
    assert by_post.reference not in handler.get(f"{LIST}?kind=tell_by_phone").text

    marked = mark(handler, posting(by_post.reference))

    assert marked.status_code == 303
    done = handler.get(marked.location).text
    assert "is marked as gone" in done
    assert "Every letter has gone" in done


def test_the_letter_is_shown_as_it_was_issued_with_where_it_goes(handler, by_post):
    page = handler.get(posting(by_post.reference)).text

    assert "9 Oak Road" in page
    assert "This is a receipt" in page
    assert "letter--large" in handler.get(f"{posting(by_post.reference)}?size=large").text


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("24", "11", "2026", "The date must be today or earlier"),
        ("22", "11", "2026", "cannot have gone before the day it was written"),
        ("31", "11", "2026", "must be a real date"),
        ("", "", "", "Enter the day it went"),
        ("1", "1", "0001", "cannot have gone before"),
    ],
)
def test_the_day_is_one_on_which_it_can_have_gone(handler, by_post, day, month, year, said):
    refused = mark(handler, posting(by_post.reference), day, month, year)

    assert refused.status_code == 422
    assert said in refused.text


def test_a_letter_that_came_back_waits_again(handler, by_post):
    mark(handler, posting(by_post.reference))

    back = handler.post(f"{posting(by_post.reference)}/return", data=form(handler))

    assert back.status_code == 303
    assert by_post.reference in handler.get(LIST).text


def test_a_letter_marked_by_two_says_so_to_the_second(handler, by_post):
    mark(handler, posting(by_post.reference))

    second = mark(handler, posting(by_post.reference), seen="1")

    assert second.status_code == 409
    assert "Jo Handler marked this letter while you were looking" in second.text


def test_who_was_slower_is_told_so_also_when_their_form_is_wrong(handler, by_post):
    mark(handler, posting(by_post.reference))

    second = mark(handler, posting(by_post.reference), day="", seen="1")

    assert second.status_code == 409
    assert "Jo Handler marked this letter while you were looking" in second.text
    assert "Enter the day it went" not in second.text


def test_who_marked_it_before_is_not_named_for_what_is_new_since(handler, staff_client, by_post, database):
    mark(handler, posting(by_post.reference))
    with database.writing() as session:
        seen = histories.found(session, by_post.reference, cases.deed()).complaint.position
    other = staff_client(Role.COMPLAINTS_OFFICER, name="Sam Other")
    back = other.post(f"{posting(by_post.reference)}/return", data=form(other))
    assert back.status_code == 303

    third = handler.post(f"{posting(by_post.reference)}/return", data=form(handler) | {"seen": str(seen)})

    assert third.status_code == 409
    assert "Sam Other marked this letter" in third.text
    assert "Jo Handler marked" not in third.text


def test_what_else_is_new_is_said_where_nobody_marked_this_letter(handler, by_post, database):
    page = posting(by_post.reference)
    with database.writing() as session:
        seen = histories.found(session, by_post.reference, cases.deed()).complaint.position
        acknowledgements.acknowledge(
            session, by_post.reference, cases.a_definition(), 1, None, cases.deed(by="staff:1")
        )

    second = mark(handler, page, seen=str(seen))

    assert second.status_code == 409
    assert "Something new happened while this page was open" in second.text
    assert "Since you opened this page:" in second.text
    assert "marked this letter" not in second.text


def test_a_call_beside_the_letter_is_made_with_care_and_marked(handler, database):
    made_ = made(
        database,
        ways={Way.LETTER: "4 Elm Court", Way.PHONE: "+441615550101"},
        preferences=BY_PHONE_TOO,
        mind="Code word: heron",
    )
    page = handler.get(posting(made_.reference)).text

    assert "0161 555 0101" in page
    assert "Leave no voicemail" in page
    assert "Code word: heron" in page

    told = handler.post(f"{posting(made_.reference)}/told", data=form(handler))

    assert "they have been told" in handler.get(told.location).text
    assert made_.reference not in handler.get(f"{LIST}?kind=tell_by_phone").text
    assert made_.reference in handler.get(f"{LIST}?kind=post_letter").text


def test_where_no_way_is_safe_nothing_is_sent_before_one_is_chosen(handler, database):
    made_ = made(database, ways={}, preferences=None)
    page = handler.get(posting(made_.reference)).text

    assert "We know no safe way" in page
    assert mark(handler, posting(made_.reference)).status_code == 422
    assert mark(handler, posting(made_.reference), way=Way.PHONE.value).status_code == 303


@pytest.mark.parametrize("address", [posting("AAAA-AAAA"), posting("AAAA-AAAA", 2)])
def test_what_is_not_there_is_not_found(handler, address):
    assert handler.get(address).status_code == 404


def test_a_letter_number_of_no_letter_is_not_found(handler, by_post):
    assert handler.get(posting(by_post.reference, 99)).status_code == 404


def test_a_viewer_reads_letters_and_posts_none(staff_client, by_post):
    viewer = staff_client(Role.VIEWER)

    assert "Mark as gone" not in viewer.get(posting(by_post.reference)).text
    assert mark(viewer, posting(by_post.reference)).status_code == 404


def test_opening_a_letter_is_noted_once_an_hour(handler, by_post, database):
    handler.get(posting(by_post.reference))
    handler.get(posting(by_post.reference))

    with database.reading() as session:
        assert [look.how for look in looked_at.of_case(session, by_post.case_id)] == ["opened"]
