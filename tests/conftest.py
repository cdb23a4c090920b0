"""What every test may ask for: a database of either kind, shared and rolled back, or its own.

`app` and `client` are in tests/web/conftest.py.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.db import Database
from tests.databases import BACKENDS, NewDatabase, copies
from tests.shelves import SHELVES, Shelf

pytest_plugins = ["tests.browsers", "tests.skips"]

RUN = "PUTRIGHT_TEST_RUN"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--db", choices=BACKENDS, action="append", help="test on this database; may be repeated")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the workers of pytest-xdist inherit it
        os.environ[RUN] = tempfile.mkdtemp(prefix="putright-tests-")
        Path(os.environ[RUN]).chmod(0o755)  # PostgreSQL runs as another user when the tests run as root


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ[RUN], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = config.getoption("--db") or BACKENDS
    deselected = [item for item in items if _backend(item) not in (None, *wanted)]
    if deselected:
        config.hook.pytest_deselected(items=deselected)
        items[:] = [item for item in items if item not in deselected]


def pytest_collection_finish() -> None:
    """Leave what was imported for the tests out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def _backend(item: pytest.Item) -> str | None:
    return item.callspec.params.get("backend") if hasattr(item, "callspec") else None


@pytest.fixture(scope="session")
def run() -> Path:
    """The folder of this run, shared by all its processes."""
    return Path(os.environ[RUN])


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Both kinds of database, one after the other.

    What concerns one kind only says so: `@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)`.
    """
    return request.param


@pytest.fixture(scope="session")
def new_database(backend: str, run: Path) -> Iterator[NewDatabase]:
    """Makes an empty database with every table, and returns its address."""
    with copies(backend, run) as copy:
        yield copy


@pytest.fixture(scope="session")
def database(new_database: NewDatabase) -> Iterator[Database]:
    """A database shared by tests that leave nothing behind; see `session`."""
    with closing(Database(new_database())) as database:
        yield database


@pytest.fixture(scope="session")
def shelf(backend: str, new_database: NewDatabase) -> Iterator[Shelf]:
    """Databases for tests that commit, put back as new after each."""
    with closing(SHELVES[backend](new_database)) as shelf:
        yield shelf


@pytest.fixture
def own_database(shelf: Shelf) -> Iterator[Database]:
    """A database for this test alone, for what commits."""
    with shelf.taken() as database:
        yield database


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session whose every change, committed or not, is gone after the test."""
    with database.engine.connect() as connection, connection.begin() as transaction:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        transaction.rollback()
