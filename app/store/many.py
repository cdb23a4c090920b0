"""Many new rows of several tables at once, in a statement a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.store.schema import Base


def add(session: Session, rows: Mapping[type[Base], Sequence[Mapping[str, Any]]]) -> None:
    """Write these rows, those first that others point at."""
    by_table = {row.__table__: some for row, some in rows.items()}
    for table in Base.metadata.sorted_tables:
        if some := by_table.get(table):
            session.execute(insert(table), some)
