"""A promise is put to the resident before the answer: they hear of it in their own way, and what they say is seen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from app.domain.deed import CLOCK, Deed
from app.domain.people.sessions import Kind
from app.services.people import sessions
from app.store.mail.letters import LetterRow
from tests import states
from tests.web.staff.case.conftest import at as composer
from tests.web.staff.case.conftest import case, send
from tests.web.staff.promises.conftest import day

PUMP = {"words": "Fit a new pump", "due_on-day": "20", "due_on-month": "12", "due_on-year": "2026"}
OTHERWISE = {"reply": "otherwise", "words": "After the holidays, please"}
MOST = 8


@pytest.fixture(autouse=True)
def just_before_christmas(clock):
    clock.at = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def made(begin):
    return begin(states.acknowledged)


@pytest.fixture
def address(handler, made):
    address = f"/staff/complaints/{made.reference}/promise-drafts"
    assert send(handler, address, PUMP).status_code == 303
    return address


@pytest.fixture
def resident(app, database, clock, made):
    """The resident, signed in to their own case."""
    with database.writing() as session:
        token = sessions.open_for_party(session, made.case_id, 1, "a test", Deed(CLOCK, clock.at))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)
    return client


def test_they_are_asked_by_a_letter_and_on_their_page_and_need_not_answer(database, resident, made, address):
    page = resident.get(f"/c/{made.reference}").text
    assert "Tell us if what we mean to promise is right for you" in page
    asked = resident.get(f"/c/{made.reference}/promise-drafts/1").text
    assert "Fit a new pump" in asked
    assert "Sunday 20 December 2026" in asked
    assert "You need not answer" in asked

    with database.reading() as session:
        letters = session.scalars(select(LetterRow).filter_by(notice="promise_drafted")).all()
    assert len(letters) == 1


def test_what_they_say_stands_in_the_composer_as_advice_until_it_was_looked_at(handler, resident, made, address):
    theirs = f"/c/{made.reference}/promise-drafts/1"
    assert send(resident, theirs, {"reply": "otherwise"}).status_code == 422
    assert send(resident, theirs, OTHERWISE).status_code == 303
    page = handler.get(composer(made)).text
    assert "After the holidays, please" in page
    assert "The resident would like something else instead of planned promise 1" in page

    assert send(handler, f"{address}/1/look", {}).status_code == 303
    page = handler.get(composer(made)).text
    assert "After the holidays, please" in page
    assert "The resident would like something else instead of planned promise 1" not in page


def test_the_answer_goes_over_an_objection_and_then_nobody_is_asked(handler, resident, database, made, address):
    theirs = f"/c/{made.reference}/promise-drafts/1"
    send(resident, theirs, OTHERWISE)
    for page in ("/preview", ""):
        assert send(handler, composer(made, page), key="f" * 32).status_code in (200, 303)

    assert case(database, made).stage_1.answered_on is not None
    assert resident.get(theirs).status_code == 404
    assert send(resident, theirs, {"reply": "yes"}).status_code == 404
    assert handler.get(address).status_code == 404


def test_what_is_taken_back_is_gone_from_their_page(handler, resident, made, address):
    assert send(handler, f"{address}/1/end", {}).status_code == 303

    assert resident.get(f"/c/{made.reference}/promise-drafts/1").status_code == 404
    assert "what we mean to promise" not in resident.get(f"/c/{made.reference}").text


def test_what_is_missing_is_said_and_nothing_is_lost(handler, made):
    address = f"/staff/complaints/{made.reference}/promise-drafts"
    response = send(handler, address, PUMP | day(date(2026, 11, 1), "due_on"))

    assert response.status_code == 422
    assert "The date must be today or later" in response.text
    assert "Fit a new pump" in response.text


def test_two_presses_at_once_ask_once_and_a_page_that_is_old_is_told(handler, resident, database, made, address):
    theirs = f"/c/{made.reference}/promise-drafts/1"
    old = str(case(database, made).position)
    assert send(resident, theirs, OTHERWISE, seen=old).status_code == 303
    assert send(resident, theirs, {"reply": "yes"}, seen=old).status_code == 409
    assert send(handler, f"{address}/1/end", {}, seen=old).status_code == 409


def test_the_pages_ask_the_database_few_things(handler, resident, made, address, queries):
    pages = [(handler, address), (resident, f"/c/{made.reference}/promise-drafts/1")]
    for client, page in pages:
        client.get(page)
        with queries() as count:
            client.get(page)
        assert len(count) <= MOST
