"""One wordless row a promise, computed from its case's history."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, ForeignKey, Index, Select, case, func, select, tuple_
from sqlalchemy.orm import Mapped, Session

from app.domain.case.flags import RESIDENT
from app.domain.case.state import Complaint
from app.domain.promises.ledger import DISPUTES, PromiseState, Stands
from app.domain.promises.verdicts import asked_next
from app.store.case.complaints import CaseKey, ComplaintRow
from app.store.case.wordings import WordingRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
from app.store.schema import Base, Kind, kept


class PromiseRow(Base, kind=Kind.PROJECTION):
    """A promise: whose, by when, and what became of it. `said` is the number of its words.

    `done_on` is the day it was kept, as far as we know; `asked_next` is when the night asks if it was fixed.
    """

    __tablename__ = "promise"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    said: Mapped[int] = kept(personal=None)
    owner: Mapped[int] = kept(personal=None)
    contractor: Mapped[str] = kept(personal=None)
    first_due_on: Mapped[date] = kept(Date, personal=None)
    due_on: Mapped[date] = kept(Date, index=True, personal=None)
    is_open: Mapped[bool] = kept(personal=None)
    done_on: Mapped[date | None] = kept(Date, personal=None)
    verdict: Mapped[str | None] = kept(personal=None)
    times_not_done: Mapped[int] = kept(personal=None)
    appointments_missed: Mapped[int] = kept(personal=None)
    ending: Mapped[str | None] = kept(personal=None)
    ended_on: Mapped[date | None] = kept(Date, personal=None)
    asked_next: Mapped[date | None] = kept(Date, index=True, personal=None)


# Those still open come apart from the many that are not, so that a list of them never walks over those.
Index("ix_promise_due", PromiseRow.is_open, PromiseRow.due_on, PromiseRow.case_id, PromiseRow.number)
Index("ix_promise_owner", PromiseRow.owner, PromiseRow.is_open)
Index(
    "ix_promise_contractor",
    PromiseRow.contractor,
    PromiseRow.is_open,
    PromiseRow.due_on,
    PromiseRow.case_id,
    PromiseRow.number,
)

Key = tuple[int, int]
"""A promise by the number of its case and its own."""


class Sought(NamedTuple):
    """Which promises a list shows; what is left out does not matter. `done`: those that are no longer open."""

    owner: int | None = None
    contractor: str = ""
    before: date | None = None
    disputed: bool = False
    done: bool = False


class PromiseLine(NamedTuple):
    """One promise: what, for whom, by whom and by when, and how it stands."""

    due_on: date
    case_id: int
    number: int
    reference: str
    position: int
    owner: int
    contractor: str
    first_due_on: date
    is_open: bool
    done_on: date | None
    verdict: str | None
    times_not_done: int
    appointments_missed: int
    ending: str | None
    ended_on: date | None
    words: str | None
    resident: str | None
    flags: str
    language: str
    owned_by: str | None

    def stands(self, today: date) -> Stands:
        """How it stands, as the fold says it (`PromiseState.stands`)."""
        if self.ending is not None:
            return Stands.ENDED
        if self.verdict is not None:
            return Stands(self.verdict)
        if self.done_on is not None:
            return Stands.DONE
        if self.due_on < today:
            return Stands.LATE
        return Stands.TO_DO if self.due_on == self.first_due_on else Stands.NEW_DATE


class Count(NamedTuple):
    """How many promises are still to be kept, how many of them are late, and what became of the others."""

    open: int
    late: int
    done: int
    not_done: int
    appointments_missed: int


KEY = (PromiseRow.due_on, PromiseRow.case_id, PromiseRow.number)
_LINES: Select[*tuple[Any, ...]] = (
    select(
        *KEY,
        ComplaintRow.reference,
        ComplaintRow.position,
        PromiseRow.owner,
        PromiseRow.contractor,
        PromiseRow.first_due_on,
        PromiseRow.is_open,
        PromiseRow.done_on,
        PromiseRow.verdict,
        PromiseRow.times_not_done,
        PromiseRow.appointments_missed,
        PromiseRow.ending,
        PromiseRow.ended_on,
        WordingRow.text,
        PartyRow.name,
        ComplaintRow.flags,
        ComplaintRow.language,
        StaffRow.name,
    )
    .join(ComplaintRow, ComplaintRow.id == PromiseRow.case_id)
    .outerjoin(WordingRow, (WordingRow.case_id == PromiseRow.case_id) & (WordingRow.number == PromiseRow.said))
    .outerjoin(PartyRow, (PartyRow.case_id == PromiseRow.case_id) & (PartyRow.number == RESIDENT))
    .outerjoin(StaffRow, StaffRow.id == PromiseRow.owner)
)


def lines(session: Session, member: Member, sought: Sought, place: Place) -> Page[PromiseLine]:
    """A page of promises that this member of staff may see: the next due first, of those done the latest first."""
    rows = _LINES.where(visible_to(member, PromiseRow.case_id), *_conditions(sought))
    return page(session, rows, KEY, PromiseLine, place, newest_first=sought.done)


def every(session: Session, member: Member, sought: Sought, most: int) -> list[PromiseLine]:
    """All the promises of a list in its order, up to so many, for a file."""
    order = [column.desc() if sought.done else column for column in KEY]
    rows = _LINES.where(visible_to(member, PromiseRow.case_id), *_conditions(sought)).order_by(*order).limit(most)
    return [PromiseLine(*row) for row in session.execute(rows)]


def some(session: Session, member: Member, keys: Collection[Key]) -> list[PromiseLine]:
    """These promises, the next due first, as far as this member of staff may see them."""
    those = tuple_(PromiseRow.case_id, PromiseRow.number).in_(keys)
    rows = _LINES.where(visible_to(member, PromiseRow.case_id), those)
    return [PromiseLine(*row) for row in session.execute(rows.order_by(*KEY))] if keys else []


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    yield PromiseRow.is_open.is_(not sought.done)
    if sought.owner is not None:
        yield PromiseRow.owner == sought.owner
    if sought.contractor:
        yield PromiseRow.contractor == sought.contractor
    if sought.before is not None:
        yield PromiseRow.due_on < sought.before
    if sought.disputed:
        yield PromiseRow.verdict.in_([verdict.value for verdict in DISPUTES])


def line(session: Session, member: Member, reference: str, number: int) -> PromiseLine | None:
    """One promise of a case, if this member of staff may see it."""
    its = (ComplaintRow.reference == reference, PromiseRow.number == number)
    rows = _LINES.where(visible_to(member, PromiseRow.case_id), *its)
    row = session.execute(rows).one_or_none()
    return PromiseLine(*row) if row else None


def owners(session: Session, member: Member) -> list[tuple[int, str]]:
    """Everybody who has a promise to keep that this member of staff may see, by name."""
    waits = select(PromiseRow.owner).where(PromiseRow.is_open, visible_to(member, PromiseRow.case_id))
    rows = select(StaffRow.id, StaffRow.name).where(StaffRow.id.in_(waits)).order_by(StaffRow.name, StaffRow.id)
    return [(staff, name) for staff, name in session.execute(rows)]


def of_contractors(session: Session, member: Member, today: date) -> dict[str, Count]:
    """What became of the promises that each contractor was given, as far as this member of staff may see them."""
    late = PromiseRow.is_open & (PromiseRow.due_on < today)
    sums = (
        func.sum(case((PromiseRow.is_open, 1), else_=0)),
        func.sum(case((late, 1), else_=0)),
        func.sum(case((PromiseRow.done_on.is_not(None), 1), else_=0)),
        func.sum(PromiseRow.times_not_done),
        func.sum(PromiseRow.appointments_missed),
    )
    given = PromiseRow.contractor != "", visible_to(member, PromiseRow.case_id)
    rows = select(PromiseRow.contractor, *sums).where(*given).group_by(PromiseRow.contractor)
    return {key: Count(*map(int, counted)) for key, *counted in session.execute(rows)}


def to_ask(session: Session, since: date, by: date, after: int, size: int) -> list[CaseKey]:
    """The next cases, by number, with a promise that the resident is to be asked about from one day to another."""
    cases = select(ComplaintRow.id, ComplaintRow.reference).join(PromiseRow, PromiseRow.case_id == ComplaintRow.id)
    cases = cases.where(PromiseRow.asked_next.between(since, by), ComplaintRow.id > after).distinct()
    return [CaseKey(*row) for row in session.execute(cases.order_by(ComplaintRow.id).limit(size))]


def rows(case_id: int, complaint: Complaint) -> list[dict[str, object]]:
    """The promises of a complaint as their rows keep them."""
    return [_row(case_id, promise, asked_next(complaint, promise)) for promise in complaint.promises]


def _row(case_id: int, promise: PromiseState, asked_next: date | None) -> dict[str, object]:
    return {
        "case_id": case_id,
        "number": promise.number,
        "said": promise.said.number,
        "owner": promise.owner,
        "contractor": promise.contractor,
        "first_due_on": promise.first_due_on,
        "due_on": promise.due_on,
        "is_open": promise.open,
        "done_on": promise.kept_on,
        "verdict": None if promise.verdict is None else promise.verdict.value,
        "times_not_done": promise.times_not_done,
        "appointments_missed": len(promise.appointments_missed),
        "ending": None if promise.ending is None else promise.ending.value,
        "ended_on": promise.ended_on,
        "asked_next": asked_next,
    }
