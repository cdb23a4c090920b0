"""One row for each thing somebody must do by a day, or an hour: the open duties of every case, from its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Select,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    tuple_,
)
from sqlalchemy.orm import Mapped, Session

from app.domain.case.flags import RESIDENT
from app.domain.clock.duty_kinds import Duty, DutyKind, Owner
from app.domain.deed import LONDON
from app.domain.landlord.permissions import Permission, allows
from app.store.case.complaints import ComplaintRow
from app.store.case.filters import EVERY, Narrowed, conditions
from app.store.case.restrictions import ViewerRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
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


def replace(session: Session, case_id: int, duties: Iterable[Duty], *, few: bool = False, new: bool = False) -> None:
    """Put these open duties in the place of those a case had; a new one had none."""
    if not new:
        session.execute(delete(DutyRow.__table__).where(DutyRow.case_id == case_id))
    rows = [row(case_id, duty, few=few) for duty in duties]
    if rows:
        session.execute(insert(DutyRow.__table__), rows)


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


class Sought(NamedTuple):
    """Which duties a list shows. `mine` and `owners` together: whose; what is left out does not matter.

    `cases`: only of these cases, but for who has them: a duty says itself whose it is.

    `before`: those whose day is over then, or their hour by the `minute` of that day.
    """

    mine: int | None = None
    owners: tuple[str, ...] = ()
    unassigned: bool = False
    before: date | None = None
    minute: int = 0
    kinds: tuple[str, ...] = ()
    cases: Narrowed = EVERY


class QueueLine(NamedTuple):
    """One duty, with what one must know to take it up."""

    due_on: date
    due_minute: int
    case_id: int
    kind: str
    stage: int
    number: int
    staff: int | None
    owner: str
    reference: str
    position: int
    at_stage: int
    flags: str
    language: str
    resident: str | None
    holder: str | None


class Count(NamedTuple):
    """How many duties of a kind there are, and how many of them are late."""

    kind: str
    all: int
    late: int


KEY = (DutyRow.due_on, DutyRow.due_minute, DutyRow.case_id, DutyRow.kind, DutyRow.stage, DutyRow.number)

_LINES: Select[*tuple[Any, ...]] = (
    select(
        *KEY,
        DutyRow.staff,
        DutyRow.owner,
        ComplaintRow.reference,
        ComplaintRow.position,
        ComplaintRow.stage,
        ComplaintRow.flags,
        ComplaintRow.language,
        PartyRow.name,
        StaffRow.name,
    )
    .join(ComplaintRow, ComplaintRow.id == DutyRow.case_id)
    .outerjoin(PartyRow, (PartyRow.case_id == DutyRow.case_id) & (PartyRow.number == RESIDENT))
    .outerjoin(StaffRow, StaffRow.id == DutyRow.staff)
)


def queue(session: Session, member: Member, sought: Sought, place: Place) -> Page[QueueLine]:
    """A page of the duties that this member of staff may see, the next due first."""
    rows = _LINES.where(shown_to(member), *_conditions(sought))
    return page(session, rows, KEY, QueueLine, place)


def of_case(session: Session, member: Member, reference: str) -> list[QueueLine]:
    """The open duties of one case, the next due first."""
    rows = _LINES.where(shown_to(member), ComplaintRow.reference == reference).order_by(*KEY)
    return [QueueLine(*row) for row in session.execute(rows)]


def counts(session: Session, member: Member, sought: Sought, today: date, minute: int = 0) -> list[Count]:
    """How many duties there are of each kind, whichever kind is sought; late by this minute of today."""
    late = func.sum(case((is_over(today, minute), 1), else_=0))
    rows = select(DutyRow.kind, func.count(), late).where(shown_to(member), *_conditions(sought._replace(kinds=())))
    return [Count(*row) for row in session.execute(rows.group_by(DutyRow.kind).order_by(DutyRow.kind))]


def waits(session: Session, kind: DutyKind) -> bool:
    """Whether a duty of this kind is open in any case."""
    return session.scalar(select(DutyRow.case_id).where(DutyRow.kind == kind.value).limit(1)) is not None


def shown_to(member: Member) -> ColumnElement[bool]:
    """What this member of staff may know of: a safeguarding concern only who is named for it (ruling 4)."""
    shown = visible_to(member, DutyRow.case_id)
    if not allows(member.roles, Permission.SAFEGUARD):
        listed = select(ViewerRow.case_id).where(ViewerRow.staff_id == member.id)
        shown &= (DutyRow.owner != Owner.SAFEGUARDING.value) | DutyRow.case_id.in_(listed)
    # Asked of the few rows that it may matter for: asked of every one, a count would take twice as long.
    return ~DutyRow.few | shown if allows(member.roles, Permission.READ_COMPLAINTS) else shown


def is_over(today: date, minute: int) -> ColumnElement[bool]:
    """The condition that a duty's day, or its hour, is over by this minute of today."""
    due = tuple_(DutyRow.due_on, DutyRow.due_minute)
    return due < tuple_(literal(today, Date), literal(minute))


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.mine is not None:
        nobodys = DutyRow.staff.is_(None) & DutyRow.owner.in_(sought.owners)
        yield (DutyRow.staff == sought.mine) | nobodys if sought.owners else DutyRow.staff == sought.mine
    if sought.unassigned or sought.cases.nobodys:
        yield DutyRow.staff.is_(None)
    if sought.cases.handler is not None:
        yield DutyRow.staff == sought.cases.handler
    if sought.before is not None:
        yield is_over(sought.before, sought.minute)
    if sought.kinds:
        yield DutyRow.kind.in_(sought.kinds)
    # Not by a join: that would have SQLite begin with all the complaints there ever were.
    wanted = list(conditions(sought.cases._replace(handler=None, nobodys=False)))
    if wanted:
        yield select(ComplaintRow.id).where(ComplaintRow.id == DutyRow.case_id, *wanted).correlate(DutyRow).exists()
