"""A form of a case is done once, for its own page and its own person, and never over what it did not see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.routing import Rule

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.case import histories
from app.services.people import sessions
from app.web.pressed import UNCHANGED
from tests import kinds, states
from tests.cases import a_complaint, deed
from tests.clocks import Clock
from tests.forms import held, posted, press
from tests.web.at_once import at_once
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import FULL

POINT = {"points-0-words": "The boiler is broken", "points-0-ours": "ours", "outcomes-0": "A working boiler"}
LOGGED = {
    "kind": "complaint",
    "channel": "phone",
    "received_on-day": "24",
    "received_on-month": "11",
    "received_on-year": "2026",
    "danger": "no",
    "whose": "me",
    "words": "My pram stays in the hall.",
    "name": "Olu Bright",
    "address": "9 Oak Road, Salford",
    "safe": "no",
}
WORDS = {"words": "A surveyor comes on Friday."}


@pytest.fixture
def officer(staff_client: Callable[..., FlaskClient], clock: Clock) -> FlaskClient:
    clock.at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    return staff_client(Role.COMPLAINTS_OFFICER)


def acknowledged(database: Database) -> str:
    """A case, by its reference."""
    with database.writing() as session:
        return states.acknowledged(session)[0].reference


def update(reference: str) -> str:
    return f"/staff/complaints/{reference}/update"


def length(database: Database, reference: str) -> int:
    """How much has happened to a case."""
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint.position


def test_a_form_that_does_not_say_what_it_saw_or_which_press_it_is_is_refused(
    officer: FlaskClient, database: Database
) -> None:
    reference = acknowledged(database)
    before = length(database, reference)

    for lacking in ("seen", "key"):
        assert press(officer, update(reference), WORDS | {lacking: ""}).status_code == 400

    assert length(database, reference) == before


def changing_routes(app: Flask) -> dict[str, Rule]:
    """Every route that changes something of one case, by its endpoint."""
    rules = app.url_map.iter_rules()
    return {rule.endpoint: rule for rule in rules if "POST" in (rule.methods or ()) and "reference" in rule.arguments}


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lacking", ["seen", "key", "both"])
def test_no_form_of_a_case_is_taken_without_what_it_saw_and_which_press_it_is(
    app: Flask, officer: FlaskClient, database: Database, clock: Clock, lacking: str
) -> None:
    with database.writing() as session:
        made = states.acknowledged(session)[0]
        token = sessions.open_for_party(session, made.case_id, 1, "a test", Deed(CLOCK, clock.at))
    officer.set_cookie(Kind.RESIDENT.value, token)
    form = {"csrf_token": token_of(officer), "seen": "99", "key": uuid4().hex}
    half = {name: "" if lacking in (name, "both") else text for name, text in form.items() if name != "csrf_token"}
    before = length(database, made.reference)

    answers = {}
    for endpoint, rule in changing_routes(app).items():
        with app.test_request_context():
            arguments = {"reference": made.reference, "number": 1, "way": "email", "deed": "date", "other": "7Q4K-2M9P"}
            arguments |= {"heard": "death"}
            address = app.url_for(endpoint, **{name: arguments[name] for name in rule.arguments})
        answers[endpoint] = officer.post(address, data=form | half).status_code

    assert set(answers) >= UNCHANGED
    assert {endpoint for endpoint, status in answers.items() if status != 400} == UNCHANGED
    assert length(database, made.reference) == before


@pytest.mark.parametrize("forged", ["-1", "1e9", "9" * 30, "٣", "1 OR 1=1", "0x10"])
def test_a_forged_position_is_refused(officer: FlaskClient, database: Database, forged: str) -> None:
    reference = acknowledged(database)

    assert press(officer, update(reference), WORDS | {"seen": forged}).status_code == 400


def test_a_key_that_another_form_used_does_not_pass_for_done(officer: FlaskClient, database: Database) -> None:
    first, second = acknowledged(database), acknowledged(database)
    before = length(database, second)
    key = {"key": uuid4().hex}
    assert press(officer, update(first), WORDS | key).status_code == 303

    refused = press(officer, update(second), WORDS | key)

    assert refused.status_code == 409
    assert WORDS["words"] in refused.text
    assert length(database, second) == before


@pytest.mark.parametrize("onto", ["complaints/new", "feelings"])
def test_a_key_of_another_kind_of_form_makes_nothing_and_does_not_pass_for_done(
    officer: FlaskClient, database: Database, onto: str
) -> None:
    with database.writing() as session:
        request = kinds.requested(session)[0].reference
    reference, key = acknowledged(database), {"key": uuid4().hex}
    before = length(database, request)
    pages = {
        "complaints/new": ("/staff/complaints/new", LOGGED),
        "feelings": (f"/staff/complaints/{request}/feeling", {"feeling": "wants_complaint"}),
    }
    assert press(officer, update(reference), WORDS | key).status_code == 303
    address, typed = pages[onto]

    answer = press(officer, address, typed | key)

    assert answer.status_code == 409
    assert "You have sent this page before" in answer.text
    assert length(database, request) == before


def test_a_second_complaint_under_the_key_of_the_first_is_not_lost(officer: FlaskClient, database: Database) -> None:
    acknowledged(database)
    key, page = {"key": uuid4().hex}, "/staff/complaints/new"
    first = press(officer, page, LOGGED | key)
    officer.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"

    assert press(officer, page, LOGGED | key | {"separate": "y"}).location == first.location
    refused = press(officer, page, LOGGED | key | {"separate": "y", "words": "The gate does not shut."})

    assert (first.status_code, refused.status_code) == (303, 409)
    assert "The gate does not shut." in refused.text


def test_other_words_under_the_same_key_do_not_pass_for_done(officer: FlaskClient, database: Database) -> None:
    reference, other = acknowledged(database), {"words": "No surveyor comes."}
    key = {"key": uuid4().hex}
    assert press(officer, update(reference), WORDS | key).status_code == 303
    before = length(database, reference)
    officer.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"

    refused = press(officer, update(reference), other | key)

    assert refused.status_code == 409
    assert "You have sent this page before" in refused.text
    assert other["words"] in refused.text
    assert length(database, reference) == before
    again = dict(held(posted(refused.text)[0]))
    assert again["key"] != key["key"]
    assert officer.post(update(reference), data=again).status_code == 303
    assert length(database, reference) > before


def test_nothing_of_what_was_typed_stands_beside_the_key(officer: FlaskClient, database: Database) -> None:
    press(officer, update(acknowledged(database)), WORDS)

    with database.reading() as session:
        answers = " ".join(session.execute(text("SELECT answer FROM idempotency_key")).scalars())
    assert "surveyor" not in answers
    assert hashlib.sha256(WORDS["words"].encode()).hexdigest() not in answers


def test_pressed_twice_is_done_once(officer: FlaskClient, database: Database) -> None:
    reference = acknowledged(database)
    key = {"key": uuid4().hex}

    assert press(officer, update(reference), WORDS | key).status_code == 303
    once = length(database, reference)
    assert press(officer, update(reference), WORDS | key).status_code == 303

    assert length(database, reference) == once


def test_of_two_who_acknowledge_at_once_one_wins_and_the_other_keeps_their_words(
    staff_client: Callable[..., FlaskClient], clock: Clock, database: Database
) -> None:
    clock.at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    clients = [staff_client(Role.COMPLAINTS_OFFICER), staff_client(Role.HANDLER)]
    with database.writing() as session:
        reference = a_complaint(session).reference
    address = f"/staff/complaints/{reference}/acknowledgement"
    seen = {"seen": str(length(database, reference)), "handler": "1", "staff": "1"}

    won, lost = at_once(clients, address, [POINT | seen] * 2)

    assert (won.status_code, lost.status_code) == (303, 409)
    assert "The boiler is broken" in lost.text


def test_of_two_who_answer_at_once_one_wins_and_the_other_keeps_their_words(
    staff_client: Callable[..., FlaskClient], clock: Clock, database: Database
) -> None:
    clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)
    clients = [staff_client(Role.HANDLER), staff_client(Role.COMPLAINTS_OFFICER)]
    reference = acknowledged(database)
    seen = {"seen": str(length(database, reference))}
    forms = [FULL | seen | {"decision": f"Decision number {number}."} for number in (1, 2)]

    first, second = at_once(clients, f"/staff/complaints/{reference}/response", forms)

    assert (first.status_code, second.status_code) == (303, 409)
    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM event WHERE kind = 'response_issued'")) == 1
        letters = " ".join(session.scalars(text("SELECT blocks FROM letter")))
    won = "1" if "Decision number 1." in letters else "2"
    lost = {"1": "2", "2": "1"}[won]
    assert f"Decision number {lost}." in second.text
    assert f"Decision number {lost}." not in letters


def test_who_was_slower_is_told_so_also_when_their_form_is_wrong(
    staff_client: Callable[..., FlaskClient], clock: Clock, database: Database
) -> None:
    clock.at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    first, second = staff_client(Role.COMPLAINTS_OFFICER, name="Grace Hall"), staff_client(Role.HANDLER)
    with database.writing() as session:
        reference = a_complaint(session).reference
    address = f"/staff/complaints/{reference}/acknowledgement"
    form = {"csrf_token": token_of(second), "key": uuid4().hex, "seen": str(length(database, reference))}
    assert press(first, address, POINT | {"handler": "1", "staff": "1"}).status_code == 303

    late = second.post(address, data=form | {"points-0-words": "The bath leaks"})

    assert late.status_code == 409
    assert "Acknowledged by Grace Hall" in late.text
    assert "The bath leaks" in late.text
