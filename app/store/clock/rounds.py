"""When each round of the house was last finished, and the cases it goes through."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from app.store.case.complaints import CaseKey, ComplaintRow
from app.store.clock.duty_rows import DutyRow
from app.store.schema import Base, Kind, kept
from app.store.upsert import put


class RoundRow(Base, kind=Kind.WORKING):
    """One round by its name: `nightly`."""

    __tablename__ = "round"

    name: Mapped[str] = kept(primary_key=True, personal=None)
    finished_at: Mapped[datetime] = kept(personal=None)


def finish(session: Session, name: str, at: datetime) -> None:
    """Note that a round has come to its end."""
    put(session, RoundRow, {"name": name, "finished_at": at})


def last(session: Session, name: str) -> datetime | None:
    """When a round last came to its end, or None when it never did."""
    return session.scalar(select(RoundRow.finished_at).filter_by(name=name))


def with_duties(session: Session, kinds: Collection[str], before: date | None, after: int, size: int) -> list[CaseKey]:
    """The next cases, by number, that have an open duty of these kinds, due before a day or ever."""
    cases = select(ComplaintRow.id, ComplaintRow.reference).join(DutyRow, DutyRow.case_id == ComplaintRow.id)
    cases = cases.where(DutyRow.kind.in_(kinds), ComplaintRow.id > after).distinct()
    if before is not None:
        cases = cases.where(DutyRow.due_on < before)
    return [CaseKey(*row) for row in session.execute(cases.order_by(ComplaintRow.id).limit(size))]
