"""A worker with a real mail server before it, an application on a database of its own, and a clock that tests set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app.db import Database
from app.factory import create_app
from app.post.worker import Worker
from app.store.landlord import landlord
from config import Config
from tests.cases import LOOKUP_KEY, seed
from tests.clocks import Clock
from tests.mailboxes import HERE, OURS, Mailbox, free_port, served


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def smtp(mailbox: Mailbox, port: int) -> Iterator[None]:
    """A mail server without encryption, as on the landlord's own machine."""
    with served(mailbox, port):
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def config(own_database: Database, clock: Clock, run: Path, port: int, tmp_path: Path) -> Config:
    return Config(
        DATABASE_URL=own_database.url,
        SECRET_KEY="a secret that only tests know",
        LOOKUP_KEY=LOOKUP_KEY.decode(),
        MAIL_URL=f"smtp://{HERE}:{port}",
        TESTING=True,
        CACHE_DIRECTORY=run / "templates",
        STORAGE_URL=(tmp_path / "files").as_uri(),
        clock=clock,
        landlord_remembered_for=0,
    )


@pytest.fixture
def app(config: Config, clock: Clock) -> Iterator[Flask]:
    app = create_app(config)
    with app.app_context():
        with app.extensions["database"].writing() as session:
            seed(session)
            landlord.keep(session, OURS, clock.at)
        yield app
    app.extensions["database"].close()


@pytest.fixture
def database(app: Flask) -> Database:
    """The application's own."""
    found: Database = app.extensions["database"]
    return found


@pytest.fixture
def work(app: Flask) -> Callable[[], None]:
    """Sends all whose time has come."""

    def drain() -> None:
        worker = Worker(app)
        while worker.step():
            pass

    return drain


@pytest.fixture
def demo(database: Database, clock: Clock) -> None:
    """The landlord is a made-up one."""
    with database.writing() as session:
        landlord.keep(session, replace(OURS, demo=True), clock.at)
