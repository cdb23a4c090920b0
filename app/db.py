"""The database, behind two doors.

`reading()` sees one snapshot and cannot write; `writing()` commits once or not at all.
"""

import os
import weakref
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from flask import current_app
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session

# gunicorn runs 4 threads a process; a request may count a try in a second transaction of its own.
LONGEST_WAIT = 10  # seconds, for a connection or a lock; the person is then told to try again
POOL = {"pool_size": 4, "max_overflow": 4, "pool_timeout": LONGEST_WAIT}
ONE_MIGRATION = 20240401  # any number, so long as it is always this one


class Database:
    """One engine for one process, SQLite or PostgreSQL."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self._reader = self.engine.execution_options(**_READING[self.engine.dialect.name])
        self._writer = self.engine.execution_options(**_WRITING[self.engine.dialect.name])
        forget = weakref.WeakMethod(self.forget_connections)
        os.register_at_fork(after_in_child=lambda: (method := forget()) and method())

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One snapshot of everything, which refuses writes and delays nobody else's."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session
            session.flush()  # a change nobody flushed is refused too, not dropped in silence

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: kept whole when the block ends, nothing of it when it raises."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """One transaction that may change tables; SQLite looks at foreign keys when it is over."""
        engine = _sqlite(self.url, foreign_keys="OFF") if self.is_sqlite else _postgresql(self.url)
        try:
            with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ONE_MIGRATION})
                yield connection
                if self.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("rows point at rows that are not there")
        finally:
            engine.dispose()

    def empty_log(self) -> bool:
        """Empty SQLite's log, which holds pages as they were; returns False while somebody still reads from it.

        It holds writers up for a second at most. PostgreSQL clears up behind itself, and needs no telling.
        """
        if not self.is_sqlite:
            return True
        with self._outside() as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # most of the work, and nobody waits for it
            connection.execute("PRAGMA busy_timeout = 1000")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def compact(self) -> bool:
        """Write SQLite's file anew, and empty its log; writers wait meanwhile. Returns False as `empty_log` does."""
        if self.is_sqlite:
            with self._outside() as connection:
                connection.execute("VACUUM")
        return self.empty_log()

    @contextmanager
    def _outside(self) -> Iterator[Any]:
        """SQLite outside any transaction, on a connection of its own."""
        connection = self.engine.raw_connection()
        connection.detach()
        driver: Any = connection.dbapi_connection
        try:
            driver.execute("PRAGMA query_only = OFF")
            yield driver
        finally:
            connection.close()

    def forget_connections(self) -> None:
        """In a forked child: open connections anew, and leave the parent's alone."""
        self.engine.dispose(close=False)

    def close(self) -> None:
        self.engine.dispose()


def reading() -> AbstractContextManager[Session]:
    return _database().reading()


def writing() -> AbstractContextManager[Session]:
    return _database().writing()


def _database() -> Database:
    database: Database = current_app.extensions["database"]
    return database


_READING: dict[str, dict[str, Any]] = {
    "sqlite": {"query_only": True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_WRITING: dict[str, dict[str, Any]] = {
    "sqlite": {"begin": "BEGIN IMMEDIATE"},
    "postgresql": {"isolation_level": "READ COMMITTED"},
}


def _postgresql(url: str) -> Engine:
    waits = {"connect_timeout": LONGEST_WAIT, "options": f"-c lock_timeout={LONGEST_WAIT}s"}
    return create_engine(url, connect_args=waits, pool_pre_ping=True, pool_recycle=1800, **POOL)


def _sqlite(url: str, foreign_keys: str = "ON") -> Engine:
    engine = create_engine(url, connect_args={"timeout": LONGEST_WAIT}, **POOL)
    # What is deleted is overwritten with zeros at once: else it stays readable in the file until its place is used.
    pragmas = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", f"foreign_keys = {foreign_keys}")

    def prepare(connection: Any, _record: object) -> None:
        # The driver must not begin transactions by itself: `_begin` does, so that snapshots and savepoints hold.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA query_only = {'ON' if options.get('query_only') else 'OFF'}")
    if "begin" in options:
        connection.exec_driver_sql(options["begin"])  # may wait for the lock in vain, and says so in our terms
    else:
        driver.execute("BEGIN")  # waits for nothing, and a page need not pay for more than this
