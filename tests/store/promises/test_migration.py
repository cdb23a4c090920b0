"""Promises of before the ledger are carried over as their histories fold: open or done, and asked about in time."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from app.cli.schema import PYPROJECT, bring_up_to_date
from app.db import Database
from tests.databases import NewDatabase

CASE = """
INSERT INTO complaint (id, reference, position, stage, phase, received_on, channel, danger, service_area, flags,
language, changed_at) VALUES (1, '7Q4K-2M9P', 1, 1, 'putting_right', '2026-11-23', 'portal', 'no', '', '', 'en',
'2026-11-23 12:00:00')
"""
PROMISE = "INSERT INTO promise (case_id, number, said, owner, due_on, done_on) VALUES (1, {}, {}, 1, '2026-12-20', {})"


def test_old_promises_are_carried_over(new_database: NewDatabase) -> None:
    database = Database(new_database(empty=True))
    with database.migrating() as connection:
        command.upgrade(Config(toml_file=PYPROJECT, attributes={"connection": connection}), "0005")
        connection.execute(text(CASE))
        connection.execute(text(PROMISE.format(1, 1, "NULL")))
        connection.execute(text(PROMISE.format(2, 2, "'2026-11-20'")))

    bring_up_to_date(database)

    with database.reading() as session:
        columns = "number, contractor, first_due_on, is_open, times_not_done, appointments_missed, asked_next"
        rows = [tuple(map(str, row)) for row in session.execute(text(f"SELECT {columns} FROM promise ORDER BY number"))]
    database.close()
    yes, no = ("True", "False") if database.engine.dialect.name == "postgresql" else ("1", "0")
    assert rows == [
        ("1", "", "2026-12-20", yes, "0", "0", "2026-12-21"),
        ("2", "", "2026-12-20", no, "0", "0", "2026-12-18"),
    ]
