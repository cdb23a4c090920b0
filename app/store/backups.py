"""A copy of everything, consistent to one moment: an SQLite file, whichever database it came from."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, inspect, select

from app.store.ddl import everything

ROWS_AT_ONCE = 5_000


def copy_file(source: Connection, target: Path) -> None:
    """Copy an SQLite database as it is at this moment, while others go on writing."""
    with closing(sqlite3.connect(target)) as copy:
        source.connection.driver_connection.backup(copy)  # type: ignore[union-attr]


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row of every table, parents first, into a database of the same shape and without rows."""
    for table in everything().sorted_tables:
        rows = source.execute(select(table), execution_options={"yield_per": ROWS_AT_ONCE})
        for part in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in part])
        if target.dialect.name == "postgresql":
            _continue_numbers(target, table)


def is_empty(connection: Connection) -> bool:
    """Whether there is no table yet."""
    return not inspect(connection).get_table_names()


def finish(path: Path, final: Path) -> None:
    """Give a finished file its name, once it is safe on the disk and nobody else may read it."""
    path.chmod(0o600)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    path.rename(final)


def _continue_numbers(target: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after the highest that was copied."""
    column = table.autoincrement_column
    if column is None:
        return
    sequence = func.pg_get_serial_sequence(table.name, column.name)
    highest = select(func.max(column)).scalar_subquery()
    target.execute(select(func.setval(sequence, highest)).where(highest.is_not(None)))
