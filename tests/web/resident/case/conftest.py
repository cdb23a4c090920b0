"""A complaint in some state, and the resident who has it open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import encode_multipart

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.case.complaints import Made
from app.services.landlord import staff
from app.services.people import sessions
from tests.clocks import Clock
from tests.states import State

HANDLERS = ("Grace Hall", "Tom Reid")


class Visit(NamedTuple):
    """Somebody who has a complaint open."""

    client: FlaskClient
    made: Made

    @property
    def home(self) -> str:
        return f"/c/{self.made.reference}"

    def get(self, path: str = "") -> str:
        response = self.client.get(f"{self.home}{path}")
        assert response.status_code == 200, response.status
        return response.text

    def send(self, path: str, page: str | None = None, **fields: object):
        """Send a form as the page that holds it would: with its token, its key and what was seen."""
        text = self.get(page if page is not None else path)
        hidden = {name: value_of(text, name) for name in ("csrf_token", "key", "seen")}
        if "file" not in fields:
            return self.client.post(f"{self.home}{path}", data=hidden | fields)
        boundary, body = encode_multipart(hidden | fields)  # else a large one is left open on the disk
        return self.client.post(
            f"{self.home}{path}", data=body, content_type=f"multipart/form-data; boundary={boundary}"
        )


def value_of(text: str, name: str) -> str:
    return text.partition(f'name="{name}" value="')[2].partition('"')[0]


@pytest.fixture
def visit(app: Flask, database: Database, clock: Clock) -> Callable[..., Visit]:
    """Makes a complaint in a state, and opens it as one of its parties on the day to look at it."""

    def open_it(state: State, party: int = 1) -> Visit:
        with database.writing() as session:
            for name in HANDLERS:
                staff.add(
                    session, name, f"{name.split()[0]}@example.org", frozenset({Role.HANDLER}), Deed(CLOCK, clock.at)
                )
            made, on = state(session)
            clock.at = datetime.combine(on, time(14), UTC)
            token = sessions.open_for_party(session, made.case_id, party, "a test", Deed(CLOCK, clock.at))
        client = app.test_client()
        client.set_cookie(Kind.RESIDENT.value, token)
        return Visit(client, made)

    return open_it
