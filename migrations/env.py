"""Runs migrations in one transaction: the one `flask schema upgrade` hands over, or alembic's own on DATABASE_URL.

A new one is drafted by `alembic revision --autogenerate --rev-id 0007 -m "what it is for"`; read it through, and add
the triggers of new history tables by hand: `flask schema check` says which are missing.
"""

import os
from contextlib import closing
from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import CreateTableOp
from sqlalchemy import Connection

from app.db import Database
from app.store.ddl import everything
from app.store.inspection import NOT_OURS
from app.store.schema import Instant


def render(kind: str, thing: Any, _context: AutogenContext) -> str | bool:
    """A migration imports nothing of ours: it must do the same in ten years."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Instant) else False


def leave_out_notes(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """What a table says of itself is for the code alone."""
    for each in directives[0].upgrade_ops.ops:
        if isinstance(each, CreateTableOp):
            each.info.clear()


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    return kind != "table" or not (name or "").startswith(NOT_OURS)


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=everything(),
        render_item=render,
        include_name=is_ours,
        process_revision_directives=leave_out_notes,
    )
    context.run_migrations()


if handed_over := context.config.attributes.get("connection"):
    run(handed_over)
else:
    with closing(Database(os.environ["DATABASE_URL"])) as database, database.migrating() as own:
        run(own)
