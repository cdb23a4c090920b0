"""Somebody who fills in our forms as a browser would: the page first, then its token, its key and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from app.db import Database
from app.domain.landlord.landlord import Landlord
from app.domain.people.homes import Listed
from app.store.landlord import landlord as landlords
from app.store.people import homes
from tests import cases
from tests.web.conftest import Clock

NOT_A_QUESTION = re.compile(r"BEGIN|PRAGMA|SET |SAVEPOINT|COMMIT|ROLLBACK")

ANSWERS = {
    1: {"danger": "no"},
    2: {"whose": "me"},
    4: {"words": "The boiler has been broken since May.\n\nNobody came."},
    5: {"wanted": ["apology", "work_done"]},
    6: {"name": "Amina Yusuf"},
    7: {"postcode": "M5 4AB", "address": "4 Elm Court\nSalford"},
    8: {"safe": "yes"},
    9: {"ways": ["email", "letter"], "email": "amina@example.org"},
    10: {"main": "email", "detail": "full"},
    11: {"needs": ["large_print"]},
}


class Visitor:
    """Somebody with a browser."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def sees(self, address: str) -> TestResponse:
        return self.client.get(address)

    def says(self, page: str, /, *, headers: dict[str, str] | None = None, **said) -> TestResponse:
        """Open a page, fill in its form, and send it."""
        form = hidden(self.sees(page).text)
        return self.client.post(page, data=form | said, headers=headers)

    def answers(self, *steps: int, **changed) -> TestResponse:
        """Answer these questions of the road, each as usual but for what is changed."""
        response = None
        for step in steps or ANSWERS:
            usual = ANSWERS.get(step, {})
            response = self.says(f"/c/step/{step}", **usual | {k: v for k, v in changed.items() if k in usual})
            assert response.status_code == 303, f"step {step} was not taken"
        return response

    def sends(self) -> TestResponse:
        """Answer everything, send it, and return the receipt."""
        self.answers()
        assert self.says("/c/check").location == "/c/sent"
        return self.sees("/c/sent")


def hidden(page: str) -> dict[str, str]:
    """The token and the key that the page's last form carries: a sign-out warning has none of the second."""
    forms = re.findall(r'name="csrf_token" value="([^"]+)">\s*<input type="hidden" name="key" value="([^"]+)"', page)
    token, key = forms[0]
    return {"csrf_token": token, "key": key}


@pytest.fixture
def visitor(app: Flask, ready: Database) -> Visitor:
    return Visitor(app.test_client())


@pytest.fixture
def another(app: Flask, ready: Database) -> Visitor:
    """The same person on another device, or somebody else."""
    return Visitor(app.test_client())


@pytest.fixture
def ready(database: Database, clock: Clock) -> Database:
    """A database with holidays, a landlord that can be reached, and two homes at one postcode."""
    with database.writing() as session:
        cases.seed(session)
        landlords.keep(session, landlord(), clock.at)
        homes.add(session, [Listed(f"E{n}", f"{n} Elm Court, Salford", "M5 4AB") for n in (1, 2)])
    return database


def landlord(**more: object) -> Landlord:
    given = {
        "name": "Meadow Homes",
        "phone": "0161 555 0100",
        "emergency_phone": "0161 555 0199",
        "email": "help@meadow.example.org",
        "post": ("1 High Street", "Manchester"),
        "interpreter_languages": ("pl", "ur"),
    }
    return Landlord(**given | more)  # type: ignore[arg-type]


@pytest.fixture
def queries(database: Database) -> Iterator:
    """Counts the queries made while it is open."""

    @contextmanager
    def counted() -> Iterator[list[str]]:
        asked: list[str] = []

        def listen(connection, cursor, statement, *_: object) -> None:
            if not NOT_A_QUESTION.match(statement):
                asked.append(statement)

        event.listen(database.engine, "before_cursor_execute", listen)
        yield asked
        event.remove(database.engine, "before_cursor_execute", listen)

    return counted
