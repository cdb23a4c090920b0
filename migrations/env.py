"""Runs migrations on the connection that `flask schema` hands over, inside its one transaction."""

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext

from app.store.ddl import everything
from app.store.schema import Instant


def render(kind: str, thing: Any, _context: AutogenContext) -> str | bool:
    """A migration imports nothing of ours: it must do the same in ten years."""
    if kind == "type" and isinstance(thing, Instant):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=everything(),
    render_item=render,
    transaction_per_migration=False,
    compare_type=True,
)
context.run_migrations()
