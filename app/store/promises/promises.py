"""One wordless row a promise, computed from its case's history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Date, ForeignKey, delete, insert
from sqlalchemy.orm import Mapped, Session

from app.domain.case.state import PromiseState
from app.store.case.complaints import ComplaintRow
from app.store.schema import Base, Kind, kept


class PromiseRow(Base, kind=Kind.PROJECTION):
    """A promise: whose, by when, and when it was done. `said` is the number of its words."""

    __tablename__ = "promise"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    said: Mapped[int] = kept(personal=None)
    owner: Mapped[int] = kept(index=True, personal=None)
    due_on: Mapped[date] = kept(Date, index=True, personal=None)
    done_on: Mapped[date | None] = kept(Date, personal=None)


def replace(session: Session, case_id: int, promises: Iterable[PromiseState], *, new: bool = False) -> None:
    """Put these promises in the place of those a case had; a new one had none."""
    if not new:
        session.execute(delete(PromiseRow.__table__).where(PromiseRow.case_id == case_id))
    rows = [
        {
            "case_id": case_id,
            "number": each.number,
            "said": each.said.number,
            "owner": each.owner,
            "due_on": each.due_on,
            "done_on": each.done_on,
        }
        for each in promises
    ]
    if rows:
        session.execute(insert(PromiseRow.__table__), rows)
