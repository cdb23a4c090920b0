"""An operator at a terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from app import cli
from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.now import by_the_system_clock
from app.services.landlord import staff
from config import Config
from tests.clocks import Clock
from tests.pasts import settle

OFFICER = "jo@example.org"
LONG_AGO = datetime(2026, 11, 20, 12, tzinfo=UTC)


def config_of(database: Database, folder: Path) -> Config:
    """The settings of whoever types, with files of their own."""
    return Config(
        DATABASE_URL=str(database.engine.url),
        SECRET_KEY="a secret that only tests know",
        STORAGE_URL=(folder / "files").as_uri(),
    )


@pytest.fixture
def operator(tmp_path: Path):
    """Types a `flask` command on a database: `operator(database, "record", "seal")`."""

    def types(database: Database, *words: str):
        app = Flask("app")
        app.extensions.update(database=database, clock=by_the_system_clock, config=config_of(database, tmp_path))
        cli.register(app)
        return app.test_cli_runner().invoke(args=words)

    return types


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def officer(own_database: Database, clock: Clock, tmp_path: Path) -> Callable[..., Result]:
    """Types a `flask` command at the time the test says; a complaints officer works here, in whose name it may be."""
    with own_database.writing() as session:
        staff.add(session, "Jo Bell", OFFICER, frozenset({Role.COMPLAINTS_OFFICER}), Deed(CLOCK, LONG_AGO))
    app = Flask("app")
    app.extensions.update(database=own_database, clock=clock, config=config_of(own_database, tmp_path))
    cli.register(app)
    return lambda *words: app.test_cli_runner().invoke(args=words)


@pytest.fixture
def bring_in(officer: Callable[..., Result], own_database: Database) -> Callable[..., Result]:
    """Types `flask complaints import` where the landlord has its lists."""
    settle(own_database)
    return lambda file, *more: officer("complaints", "import", str(file), *more)
