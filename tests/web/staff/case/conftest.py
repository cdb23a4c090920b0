"""What tests of a case's pages share: a complaint being looked into, and an answer to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.landlord.permissions import Role
from app.services.case import answer_drafts, histories
from app.services.case.complaints import Made
from app.services.landlord import landlord
from app.store.case.answer_drafts import AnswerDraft
from tests import states
from tests.cases import deed
from tests.clocks import Clock
from tests.web.conftest import token_of

FULL = {
    "decision": "We let you down over the boiler.",
    "findings-1-finding": "upheld",
    "findings-1-reasons": "It took us nine days.",
    "findings-2-finding": "not_upheld",
    "findings-2-reasons": "Your supplier sets the price.",
    "outcomes-1-granted": "partly",
    "outcomes-1-why": "The part is on order.",
    "remedy": "We are sorry, and pay you £50.",
    "remedies": "apology",
    "nothing_outstanding": "yes",
}
PROMISE = {
    "promises-0-words": "Fit the new part",
    "promises-0-owner": "1",
    "promises-0-due_on-day": "20",
    "promises-0-due_on-month": "12",
    "promises-0-due_on-year": "2026",
}


def begin(database: Database, state: Callable[..., tuple[Made, object]], *more: object) -> Made:
    """Make a complaint in some state of tests/states.py."""
    with database.writing() as session:
        return state(session, *more)[0]


def at(made: Made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}/response{page}"


def send(
    client: FlaskClient,
    address: str,
    typed: Mapping[str, str] = FULL,
    *,
    headers: Mapping[str, str] | None = None,
    **more: str,
) -> TestResponse:
    form = {"csrf_token": token_of(client), "key": uuid4().hex, "seen": "99"}
    return client.post(address, data={**form, **typed, **more}, headers=headers)


def hidden(page: str, name: str) -> str:
    """Return what a page holds in a hidden field."""
    return page.partition(f'name="{name}" value="')[2].partition('"')[0]


def state_of(session: Session, made: Made) -> Complaint:
    return histories.found(session, made.reference, deed()).complaint


def case(database: Database, made: Made) -> Complaint:
    """Return the complaint as it stands."""
    with database.reading() as session:
        return state_of(session, made)


def draft_of(database: Database, made: Made) -> AnswerDraft | None:
    """Return the answer that is being written at Stage 1."""
    with database.reading() as session:
        return answer_drafts.find(session, made.case_id, Stage.ONE)


@pytest.fixture
def handler(staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    return staff_client(Role.HANDLER)


@pytest.fixture
def made(handler: FlaskClient, database: Database) -> Made:
    """An acknowledged complaint, which the handler (staff 1) deals with."""
    return begin(database, states.acknowledged)


@pytest.fixture
def while_looking(clock: Clock) -> None:
    """It is the day on which a complaint in the state `acknowledged` is being looked into."""
    clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)


def check_at(made: Made, page: str = "/1") -> str:
    return f"/staff/complaints/{made.reference}/checks{page}"


@pytest.fixture
def policy(database: Database) -> Callable[..., None]:
    """Sets who answers and who checks."""

    def put(**who: Any) -> None:
        with database.writing() as session:
            landlord.put(session, replace(landlord.current(session), **who), deed())

    return put


@pytest.fixture
def checked(
    handler: FlaskClient,
    staff_client: Callable[..., FlaskClient],
    database: Database,
    policy: Callable[..., None],
) -> tuple[Made, FlaskClient]:
    """An answer of the handler's (1) that waits for the head (2): the case, and the head's client."""
    head = staff_client(Role.HEAD_OF_SERVICE, name="Ada Head")
    policy(stage_1_checked_by=("head_of_service",))
    made = begin(database, states.acknowledged)
    for page in ("/preview", ""):
        assert send(handler, at(made, page), FULL | PROMISE, key="f" * 32).status_code in (200, 303)
    return made, head
