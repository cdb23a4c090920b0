"""Who of the staff opened or took away which case: written by each look, and never changed."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, Index, delete, exists, select
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Kind, kept


class LookedAtRow(Base, kind=Kind.WORKING):
    """One look."""

    __tablename__ = "looked_at"
    __table_args__ = (Index("ix_looked_at_case_at", "case_id", "at"),)

    id: Mapped[int] = kept(primary_key=True, personal=None)
    staff_id: Mapped[int] = kept(ForeignKey("staff.id"), index=True, personal=None)
    case_id: Mapped[int] = kept(personal=None)
    how: Mapped[str] = kept(personal=None)
    at: Mapped[datetime] = kept(index=True, personal=None)


class Look(NamedTuple):
    """Who looked, how, and when."""

    staff_id: int
    how: str
    at: datetime


def since(session: Session, staff_id: int, case_id: int, how: str, after: datetime) -> bool:
    """Whether this person has looked at this case in this way since then."""
    mine = select(LookedAtRow.id).filter_by(staff_id=staff_id, case_id=case_id, how=how)
    return bool(session.scalar(select(exists(mine.where(LookedAtRow.at > after)))))


def add(session: Session, staff_id: int, case_id: int, how: str, at: datetime) -> None:
    """Keep one more look."""
    session.add(LookedAtRow(staff_id=staff_id, case_id=case_id, how=how, at=at))


def of_case(session: Session, case_id: int) -> list[Look]:
    """Everybody's looks at a case, the latest first."""
    columns = select(LookedAtRow.staff_id, LookedAtRow.how, LookedAtRow.at).filter_by(case_id=case_id)
    return [Look(*row) for row in session.execute(columns.order_by(LookedAtRow.at.desc()))]


def forget(session: Session, before: datetime) -> None:
    """Forget the looks of before an instant."""
    session.execute(delete(LookedAtRow).where(LookedAtRow.at < before))
