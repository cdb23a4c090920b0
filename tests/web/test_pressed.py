"""A form of a case is done once, for its own page and its own person, and never over what it did not see."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.case import histories
from app.services.people import sessions
from app.web.pressed import UNCHANGED
from tests import states
from tests.cases import a_complaint, deed
from tests.clocks import Clock
from tests.forms import press
from tests.web.conftest import token_of

POINT = {"points-0-words": "The boiler is broken", "points-0-ours": "ours", "outcomes-0": "A working boiler"}
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
            arguments = {"reference": made.reference, "number": 1, "way": "email"}
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
    forms = [POINT | seen | {"csrf_token": token_of(each), "key": uuid4().hex} for each in clients]
    at_once, answers = threading.Barrier(2), {}

    def send(number: int) -> None:
        at_once.wait()
        answers[number] = clients[number].post(address, data=forms[number])

    both = [threading.Thread(target=send, args=(number,)) for number in (0, 1)]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert sorted(answer.status_code for answer in answers.values()) == [303, 409]
    lost = next(answer for answer in answers.values() if answer.status_code == 409)
    assert "The boiler is broken" in lost.text
