"""What somebody must do by a day, or an hour: the open duties of every case, as lists show them to who may see them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    case,
    func,
    literal,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from app.domain.case.flags import RESIDENT
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.landlord.permissions import Permission, allows
from app.store.case.complaints import ComplaintRow
from app.store.case.filters import EVERY, Narrowed, conditions
from app.store.case.restrictions import ViewerRow
from app.store.clock.duty_rows import DutyRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow


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
