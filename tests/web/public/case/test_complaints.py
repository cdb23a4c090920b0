"""The short way, and the shortest: each is a whole complaint from the moment it is sent."""

import pytest
from sqlalchemy import select

from app.domain.case.flags import Flag, flags
from app.domain.people.preferences import Safe
from app.domain.people.renewals import may_renew
from app.services.case import projections
from app.store import record
from app.store.outbox import OutboxRow
from app.store.people.contacts import ContactRow
from tests.forms import held
from tests.forms import posted as posted_forms
from tests.web.public.conftest import hidden

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
SHORT = {
    "words": "The lift is broken again",
    "danger": "no",
    "name": "Amina Yusuf",
    "address": "4 Elm Court, Salford",
    "safe": "yes",
    "phone": "+48 22 555 01 00",
}
RING_ME = {"phone": "07700 900123", "by": "text", "words": "The ceiling came down", "address": "4 Elm Court"}


def complaint_1(database):
    with database.reading() as session:
        return projections.fold(record.read(session, "complaint:1"))


def posted(database):
    with database.reading() as session:
        return list(session.scalars(select(OutboxRow.kind)))


def test_a_few_lines_are_a_whole_complaint(visitor, database):
    assert visitor.says("/c/quick", **SHORT).location == "/c/sent"

    complaint = complaint_1(database)
    assert complaint.stage_1.acknowledge_by.isoformat() == "2026-11-30"
    assert complaint.wanted_words is None
    with database.reading() as session:
        assert session.scalars(select(ContactRow.value)).all() == ["+48225550100"]


def test_what_would_put_it_right_may_be_said_in_a_line(visitor, database):
    visitor.says("/c/quick", **SHORT, wanted_words="Mend it")

    assert complaint_1(database).wanted_words is not None


def test_where_nothing_is_safe_nothing_is_sent(visitor, database):
    visitor.says("/c/quick", **SHORT | {"safe": "not_sure", "phone": "not looked at", "email": "me@example.org"})

    party = complaint_1(database).party(1)
    assert party.preferences.safe is Safe.NOT_SURE
    assert Flag.NO_SAFE_WAY in flags(complaint_1(database))
    assert [way.value for way in party.preferences.ways] == ["here"]
    assert posted(database) == []


@SQLITE
@pytest.mark.parametrize("page", ["/c/quick", "/c/easy-read"])
def test_the_short_way_left_empty_says_all_that_it_needs_at_once(visitor, page):
    response = visitor.says(page)

    assert response.status_code == 422
    for sentence in (
        "Tell us what went wrong",
        "Choose if anyone could get hurt",
        "Enter your full name",
        "Enter your address",
        "Choose if it is safe to reach you",
    ):
        assert sentence in response.text


@SQLITE
def test_the_postcode_in_the_address_opens_it_later_and_without_one_four_numbers_must(visitor, another):
    visitor.says("/c/quick", **SHORT | {"address": "4 Elm Court, Salford m5 4ab"})
    another.says("/c/quick", **SHORT)

    assert "we ask for the postcode instead" in visitor.sees("/c/sent").text
    assert "Choose 4 numbers now" in another.sees("/c/sent").text


@SQLITE
@pytest.mark.parametrize("page", ["/c/quick", "/c/easy-read"])
def test_a_slip_in_an_email_address_is_asked_about_where_the_page_comes_again(visitor, page):
    slip = SHORT | {"email": "kim@hotmial.com"}

    again = visitor.says(page, **slip | {"name": ""}).text

    assert "Did you mean kim@hotmail.com?" in again
    taken = visitor.client.post(page, data=dict(held(posted_forms(again)[0])) | {"name": "Kim"})
    assert taken.location == "/c/sent"


@SQLITE
def test_a_safe_way_must_be_given_where_there_is_one(visitor):
    response = visitor.says("/c/quick", **SHORT | {"phone": ""})

    assert "Enter an email address or a phone number" in response.text
    assert "The lift is broken again" in response.text


def test_two_presses_of_the_short_way_make_one_complaint(visitor, database):
    form = hidden(visitor.sees("/c/quick").text) | SHORT

    for _ in range(2):
        assert visitor.client.post("/c/quick", data=form).location == "/c/sent"

    with database.reading() as session:
        assert record.read(session, "complaint:2") == []


@SQLITE
def test_a_key_that_could_be_guessed_is_refused(visitor):
    form = hidden(visitor.sees("/c/quick").text) | SHORT | {"key": "1"}

    assert visitor.client.post("/c/quick", data=form).status_code == 400


def test_who_cannot_call_sends_at_once_and_whoever_is_on_call_is_told(visitor, database):
    visitor.answers(1, danger="now")

    assert visitor.says("/c/ring-me", **RING_ME).location == "/c/sent"

    complaint = complaint_1(database)
    assert complaint.danger.value == "now"
    assert complaint.party(1).preferences.main.value == "text"
    assert not complaint.party(1).named
    assert "danger" in posted(database)
    page = visitor.sees("/c/sent").text
    assert "We are telling the person on call now" in page
    assert "govuk-exit-this-page" in page


@SQLITE
def test_who_cannot_call_is_asked_only_for_what_it_takes(visitor):
    response = visitor.says("/c/ring-me")

    assert response.status_code == 422
    for sentence in ("Enter a phone number", "Choose if we should ring or text", "Tell us where you are"):
        assert sentence in response.text


@SQLITE
def test_what_was_typed_the_long_way_stands_in_the_short_one(visitor):
    visitor.answers(1, 2, 4, 5, 6)

    assert "Amina Yusuf" in visitor.sees("/c/quick").text


@pytest.mark.parametrize("page", ["/c/quick", "/c/easy-read"])
def test_who_says_no_or_not_sure_can_be_given_a_new_code(visitor, database, page):
    visitor.says(page, **SHORT | {"safe": "not_sure"})
    complaint = complaint_1(database)

    assert may_renew(complaint, complaint.party(1))
    assert "Please keep this code" not in visitor.sees("/c/sent").text


@pytest.mark.parametrize("page", ["/c/quick", "/c/easy-read"])
def test_a_slip_in_an_address_is_asked_about_once_and_then_taken(visitor, database, page):
    slip = SHORT | {"email": "amina@gmial.com"}

    asked = visitor.says(page, **slip)
    form = held(posted_forms(asked.text)[0])
    taken = visitor.client.post(page, data=dict(form) | {"safe": "yes", "danger": "no"})

    assert asked.status_code == 422
    assert "Did you mean amina@gmail.com?" in asked.text
    assert taken.location == "/c/sent"
    with database.reading() as session:
        assert "amina@gmial.com" in session.scalars(select(ContactRow.value)).all()


def test_what_is_written_anew_on_a_page_that_was_gone_back_to_is_not_lost(visitor, database):
    form = hidden(visitor.sees("/c/quick").text)

    assert visitor.client.post("/c/quick", data=form | SHORT).location == "/c/sent"
    assert visitor.client.post("/c/quick", data=form | SHORT).location == "/c/sent"
    assert visitor.client.post("/c/quick", data=form | SHORT | {"words": "The gate is broken"}).status_code == 409
    with database.reading() as session:
        assert record.read(session, "complaint:2") == []
