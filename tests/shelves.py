"""Databases that are put back as new after each test, which is a great deal quicker than making another."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from app.db import Database
from tests.databases import NewDatabase

TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"
OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
)
COUNTERS = "SELECT sequencename, start_value, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"
SHAPE = " UNION ALL ".join(
    f"SELECT '{catalog}', count(*), max(xmin::text::bigint) FROM {catalog}"
    for catalog in ("pg_class", "pg_attribute", "pg_constraint", "pg_trigger", "pg_proc")
)


class Shelf:
    """Where databases stand that no test uses at the moment.

    Each keeps its engine, and so what the engine has learnt of our queries.
    """

    def __init__(self, new_database: NewDatabase) -> None:
        self._new = new_database
        self._free: list[Database] = []

    @contextmanager
    def taken(self) -> Iterator[Database]:
        """A database with every table and no row, for as long as this lasts."""
        database = self._free.pop() if self._free else self._unused()
        yield database
        if self._as_new(database):
            self._free.append(database)
        else:
            database.close()

    def close(self) -> None:
        """Let go of every database that stands here."""
        for database in self._free:
            database.close()

    def _unused(self) -> Database:
        return Database(self._new())

    def _as_new(self, database: Database) -> bool:
        """Undo what a test did; False: that cannot be done."""
        raise NotImplementedError


class SqliteShelf(Shelf):
    """A file is thrown away, and copied anew under its name."""

    def __init__(self, new_database: NewDatabase) -> None:
        super().__init__(new_database)
        self._template = _path(Database(new_database()))

    def _as_new(self, database: Database) -> bool:
        database.close()
        path = _path(database)
        for part in ("", "-wal", "-shm"):  # whoever still has the old one open keeps it, and harms nobody
            path.with_name(path.name + part).unlink(missing_ok=True)
        shutil.copyfile(self._template, path)
        return True


class PostgresqlShelf(Shelf):
    """Rows are deleted and counters set back; a database whose tables were changed is left alone."""

    def __init__(self, new_database: NewDatabase) -> None:
        super().__init__(new_database)
        with _connected(Database(new_database())) as connection:
            tables = [name for (name,) in connection.execute(TABLES)]
            self._which_hold = SQL(" UNION ALL ").join(
                SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(Literal(name), Identifier(name))
                for name in tables
            )
            self._shape = connection.execute(SHAPE).fetchall()
            self._counters = connection.execute(COUNTERS).fetchall()
            self._rows = {name: _rows(connection, name) for (name,) in connection.execute(self._which_hold)}

    def _as_new(self, database: Database) -> bool:
        # Its connections stay: each knows the tables by now, and an idle one keeps no lock.
        if database.engine.pool.checkedout():  # type: ignore[attr-defined]  # of a QueuePool, which ours is
            database.close()
        with database.engine.connect() as pooled, pooled.begin():
            return self._put_back(pooled.connection.driver_connection)

    def _put_back(self, connection: Any) -> bool:
        if connection.execute(SHAPE).fetchall() != self._shape:
            return False
        connection.execute(OTHERS)  # what is still at work would keep its locks
        connection.execute("SET LOCAL session_replication_role = replica")  # else triggers refuse, as they should
        for (name,) in connection.execute(self._which_hold).fetchall():
            connection.execute(SQL("DELETE FROM {}").format(Identifier(name)))
        for name, rows in self._rows.items():
            with connection.cursor().copy(SQL("COPY {} FROM STDIN").format(Identifier(name))) as copy:
                copy.write(rows)
        now = connection.execute(COUNTERS).fetchall()
        for name, start, last in set(self._counters) - set(now):
            connection.execute("SELECT setval(%s, %s, %s)", [f'"{name}"', last or start, last is not None])
        return True


def _path(database: Database) -> Path:
    return Path(database.engine.url.database or "")


@contextmanager
def _connected(database: Database) -> Iterator[psycopg.Connection[Any]]:
    address = database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        yield connection


def _rows(connection: psycopg.Connection[Any], name: str) -> bytes:
    with connection.cursor().copy(SQL("COPY {} TO STDOUT").format(Identifier(name))) as copy:
        return b"".join(copy)


SHELVES = {"sqlite": SqliteShelf, "postgresql": PostgresqlShelf}
