"""One row for each thing somebody must do by a day: the open duties of every case, computed from its history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Date, ForeignKey, Index, delete, insert
from sqlalchemy.orm import Mapped, Session

from app.domain.clock.duties import Duty
from app.store.case.complaints import ComplaintRow
from app.store.schema import Base, Kind, kept


class DutyRow(Base, kind=Kind.PROJECTION):
    """An open duty. Stage 0: it belongs to no stage. Whatever was done stands in the record."""

    __tablename__ = "duty"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(primary_key=True, personal=None)
    stage: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    due_on: Mapped[date] = kept(Date, personal=None)
    staff: Mapped[int | None] = kept(personal=None)
    owner: Mapped[str] = kept(personal=None)


Index("ix_duty_queue", DutyRow.due_on, DutyRow.case_id, DutyRow.kind, DutyRow.stage, DutyRow.number)
Index("ix_duty_staff_queue", DutyRow.staff, DutyRow.due_on, DutyRow.case_id)


def replace(session: Session, case_id: int, duties: Iterable[Duty], *, new: bool = False) -> None:
    """Put these open duties in the place of those a case had; a new one had none."""
    if not new:
        session.execute(delete(DutyRow.__table__).where(DutyRow.case_id == case_id))
    rows = [_row(case_id, duty) for duty in duties]
    if rows:
        session.execute(insert(DutyRow.__table__), rows)


def _row(case_id: int, duty: Duty) -> dict[str, object]:
    return {
        "case_id": case_id,
        "kind": duty.kind.value,
        "stage": duty.stage or 0,
        "number": duty.number,
        "due_on": duty.due_on,
        "staff": duty.staff,
        "owner": duty.owner.value,
    }
