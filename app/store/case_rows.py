"""What is kept beside the events of a case, computed from them: put in the place of what stood there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from app.store.schema import Base

CaseRows = Mapping[type[Base], Sequence[Mapping[str, Any]]]
"""The rows of a case by their table."""


def put(session: Session, case_id: int, rows: CaseRows, was: CaseRows | None) -> None:
    """Write the rows of each table that are others than before; `was` is None where what stands there is not known."""
    for table, now in rows.items():
        if was is None or now != was.get(table, []):
            replace(session, table, case_id, now, had_any=was is None or bool(was.get(table)))


def replace(
    session: Session, table: type[Base], case_id: int, rows: Sequence[Mapping[str, Any]], *, had_any: bool = True
) -> None:
    """Put these rows in the place of those that a case had in a table."""
    if had_any:
        session.execute(delete(table.__table__).where(table.__table__.c.case_id == case_id))
    if rows:
        session.execute(insert(table.__table__), rows)
