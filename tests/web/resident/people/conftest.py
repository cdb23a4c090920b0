"""A complaint that somebody comes back to, the worker that sends codes, and the questions put to the database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from app.db import Database
from app.services.case.complaints import Made
from app.services.people import sign_ins
from app.services.people.sign_ins import Minted
from app.store import outbox
from tests.cases import a_complaint, a_person
from tests.clocks import Clock
from tests.web.resident.case.conftest import Visit, value_of, visit

__all__ = ["Visit", "value_of", "visit"]

BACK, CODE = "/c/back", "/c/back/code"


@pytest.fixture
def made(database: Database) -> Made:
    """A complaint by somebody who gave an e-mail address."""
    with database.writing() as session:
        return a_complaint(session)


@pytest.fixture
def joint(database: Database) -> Made:
    """Another complaint, by somebody else at the same address."""
    with database.writing() as session:
        return a_complaint(session, a_person(name="Sam Yusuf"), key="press-of-sam")


@pytest.fixture
def delivered(app: Flask, database: Database, clock: Clock) -> Callable[[], list[Minted]]:
    """Sends the codes that wait, as the worker does, and returns them as they went."""

    def deliver() -> list[Minted]:
        sent = []
        with database.writing() as session:
            for word in outbox.claim(session, "test", 20, sign_ins.GOOD_FOR, clock.at):
                if word.kind == "sign_in_code":
                    key = app.extensions["config"].lookup_key
                    sent.append(sign_ins.mint(session, json.loads(word.facts)["sign_in"], key, clock.at))
                outbox.finish(session, word.id, "test", "sent", clock.at)
        return [each for each in sent if each is not None]

    return deliver


@pytest.fixture
def counted(database: Database) -> Callable[[], Any]:
    """Counts what the database is asked while this lasts."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        asked: list[str] = []

        def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
            if not statement.startswith(("PRAGMA", "BEGIN")):
                asked.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        try:
            yield asked
        finally:
            event.remove(database.engine, "before_cursor_execute", note)

    return counting


def send(client: Any, path: str, page: str | None = None, **fields: object) -> Any:
    """Send a form as the page that holds it would."""
    text = client.get(page or path).text
    hidden = {name: value_of(text, name) for name in ("csrf_token", "key", "seen")}
    return client.post(path, data=hidden | fields)


def ask(client, reference):
    return send(client, BACK, by="email", reference=reference)


def home(made):
    return f"/c/{made.reference}"


def is_in(client, made):
    return client.get(home(made)).status_code == 200


@pytest.fixture
def asked(client, made, delivered):
    """The code that went to the address of who complained, asked for in this browser."""
    ask(client, made.reference)
    [minted] = delivered()
    return minted
