"""One row for each thing somebody must do by a day, or an hour: written anew with every change of its case."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped

from app.domain.clock.duty_kinds import Duty, Owner
from app.domain.deed import LONDON
from app.store.case.complaints import ComplaintRow
from app.store.schema import Base, Kind, kept

BY_THE_END = 24 * 60
"""The minute of what is due by a day and not by an hour: after all those that are."""


class DutyRow(Base, kind=Kind.PROJECTION):
    """An open duty. Stage 0: it belongs to no stage. Whatever was done stands in the record.

    `due_minute` is the minute of London's day: so the queue sorts by plain numbers, and an address can hold its place.
    `few`: only named people may see it.
    """

    __tablename__ = "duty"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(primary_key=True, personal=None)
    stage: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    due_on: Mapped[date] = kept(Date, personal=None)
    due_minute: Mapped[int] = kept(default=BY_THE_END, personal=None)
    staff: Mapped[int | None] = kept(personal=None)
    owner: Mapped[str] = kept(personal=None)
    few: Mapped[bool] = kept(default=False, personal=None)


Index(
    "ix_duty_queue",
    DutyRow.due_on,
    DutyRow.due_minute,
    DutyRow.case_id,
    DutyRow.kind,
    DutyRow.stage,
    DutyRow.number,
)
# With what says who may see it, so that a count asks the index alone.
SEEN = (DutyRow.few, DutyRow.case_id)
Index("ix_duty_count", DutyRow.kind, DutyRow.due_on, DutyRow.due_minute, DutyRow.staff, DutyRow.owner, *SEEN)
Index("ix_duty_staff_queue", DutyRow.staff, DutyRow.due_on, DutyRow.due_minute, DutyRow.case_id)


def row(case_id: int, duty: Duty, *, few: bool = False) -> dict[str, object]:
    """An open duty as its row keeps it; `few` may see its case."""
    return {
        "case_id": case_id,
        "kind": duty.kind.value,
        "stage": duty.stage or 0,
        "number": duty.number,
        "due_on": duty.due_on,
        "due_minute": BY_THE_END if duty.due_at is None else minute(duty.due_at),
        "staff": duty.staff,
        "owner": duty.owner.value,
        "few": few or duty.owner is Owner.SAFEGUARDING,
    }


def minute(at: datetime) -> int:
    """The minute of London's day at an instant."""
    there = at.astimezone(LONDON)
    return there.hour * 60 + there.minute
