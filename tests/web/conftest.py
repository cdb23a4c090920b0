"""The application on a database of its own, a clock that tests set, and people who are signed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.factory import create_app
from app.services.landlord import staff
from app.services.people import sessions
from app.web.landlord import Remembered
from app.web.public.kept_pages import KeptPages
from config import Config
from tests.clocks import Clock
from tests.pages import PageClient

SECRET = "a secret that only tests know"
A_QUESTION = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def config(own_database: Database, clock: Clock, run: Path, tmp_path: Path) -> Config:
    return Config(
        DATABASE_URL=own_database.url,
        SECRET_KEY=SECRET,
        PLAIN_HTTP=True,
        TESTING=True,
        CACHE_DIRECTORY=run / "templates",
        STORAGE_URL=(tmp_path / "files").as_uri(),
        clock=clock,
        landlord_remembered_for=0,
    )


@pytest.fixture(scope="session")
def house(backend: str, run: Path) -> Flask:
    """The application, put together once: its routes and compiled templates are the same for every test."""
    return put_together(run)


def put_together(run: Path) -> Flask:
    """An application that `app` gives a database, a clock and a landlord for each test."""
    app = create_app(
        Config(
            DATABASE_URL=f"sqlite:///{run}/never-asked.db",
            SECRET_KEY=SECRET,
            PLAIN_HTTP=True,
            TESTING=True,
            CACHE_DIRECTORY=run / "templates",
            landlord_remembered_for=0,
        )
    )
    app.test_client_class = PageClient
    return app


@pytest.fixture
def app(house: Flask, config: Config, own_database: Database) -> Iterator[Flask]:
    """The application on a database of this test's own, at this test's time; what a test sets is forgotten."""
    settings, extensions = dict(house.config), dict(house.extensions)
    house.extensions |= {"config": config, "clock": config.clock, "database": own_database}
    house.extensions |= {"landlord": Remembered(seconds=0), "kept_pages": KeptPages()}
    yield house
    for kept, before in ((house.config, settings), (house.extensions, extensions)):
        kept.clear()
        kept.update(before)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def database(app: Flask) -> Database:
    """The application's own."""
    found: Database = app.extensions["database"]
    return found


@pytest.fixture
def csrf(client: FlaskClient) -> str:
    """The token that this client's forms carry."""
    return token_of(client)


def token_of(client: FlaskClient) -> str:
    text = client.get("/staff/sign-in").text
    return text.partition('name="csrf_token" value="')[2].partition('"')[0]


@pytest.fixture
def staff_client(app: Flask, database: Database, clock: Clock) -> Callable[..., FlaskClient]:
    """Makes a member of staff with these roles, and returns a client in which they are signed in."""

    def sign_in(*roles: Role, name: str = "Jo Handler") -> FlaskClient:
        deed = Deed(CLOCK, clock.at)
        with database.writing() as session:
            email = f"{'.'.join(role.value for role in roles)}@example.org"
            invitation = staff.add(session, name, email, frozenset(roles), deed)
            token = sessions.open_for_staff(session, invitation.staff_id, "a test", deed)
        client = app.test_client()
        client.set_cookie(Kind.STAFF.value, token)
        return client

    return sign_in


@pytest.fixture
def queries(database: Database) -> Callable[[], AbstractContextManager[list[str]]]:
    """Counts what a page asks the database; who the landlord is, is asked at every page in tests only."""

    @contextmanager
    def counted() -> Iterator[list[str]]:
        asked: list[str] = []

        def listen(connection: object, cursor: object, statement: str, *_: object) -> None:
            if A_QUESTION.match(statement) and "FROM landlord" not in statement:
                asked.append(statement)

        event.listen(database.engine, "before_cursor_execute", listen)
        yield asked
        event.remove(database.engine, "before_cursor_execute", listen)

    return counted
