"""One wordless row a promise, computed from its case's history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, ForeignKey, Index, Select, delete, insert, select
from sqlalchemy.orm import Mapped, Session

from app.domain.case.flags import RESIDENT
from app.domain.case.state import PromiseState
from app.store.case.complaints import ComplaintRow
from app.store.case.wordings import WordingRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
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


# Those not done come first of all, so that a list of them never walks over the many that are.
Index("ix_promise_due", PromiseRow.done_on, PromiseRow.due_on, PromiseRow.case_id, PromiseRow.number)


class Sought(NamedTuple):
    """Which promises a list shows; what is left out does not matter."""

    owner: int | None = None
    before: date | None = None
    done: bool = False


class PromiseLine(NamedTuple):
    """One promise: what, for whom, by whom and by when."""

    due_on: date
    case_id: int
    number: int
    reference: str
    position: int
    owner: int
    done_on: date | None
    words: str | None
    resident: str | None
    flags: str
    language: str
    owned_by: str | None


KEY = (PromiseRow.due_on, PromiseRow.case_id, PromiseRow.number)
_LINES: Select[*tuple[Any, ...]] = (
    select(
        *KEY,
        ComplaintRow.reference,
        ComplaintRow.position,
        PromiseRow.owner,
        PromiseRow.done_on,
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
    done = PromiseRow.done_on.is_not(None) if sought.done else PromiseRow.done_on.is_(None)
    rows = _LINES.where(visible_to(member), done)
    if sought.owner is not None:
        rows = rows.where(PromiseRow.owner == sought.owner)
    if sought.before is not None:
        rows = rows.where(PromiseRow.due_on < sought.before)
    return page(session, rows, KEY, PromiseLine, place, newest_first=sought.done)


def line(session: Session, member: Member, reference: str, number: int) -> PromiseLine | None:
    """One promise of a case, if this member of staff may see it."""
    rows = _LINES.where(visible_to(member), ComplaintRow.reference == reference, PromiseRow.number == number)
    row = session.execute(rows).one_or_none()
    return PromiseLine(*row) if row else None


def owners(session: Session) -> list[tuple[int, str]]:
    """Everybody who has a promise to keep, by name."""
    waits = select(PromiseRow.owner).where(PromiseRow.done_on.is_(None))
    rows = select(StaffRow.id, StaffRow.name).where(StaffRow.id.in_(waits)).order_by(StaffRow.name, StaffRow.id)
    return [(staff, name) for staff, name in session.execute(rows)]


def replace(session: Session, case_id: int, promises: Iterable[PromiseState], *, new: bool = False) -> None:
    """Put these promises in the place of those a case had; a new one had none."""
    if not new:
        session.execute(delete(PromiseRow.__table__).where(PromiseRow.case_id == case_id))
    rows = [row(case_id, each) for each in promises]
    if rows:
        session.execute(insert(PromiseRow.__table__), rows)


def row(case_id: int, promise: PromiseState) -> dict[str, object]:
    """A promise as its row keeps it."""
    return {
        "case_id": case_id,
        "number": promise.number,
        "said": promise.said.number,
        "owner": promise.owner,
        "due_on": promise.due_on,
        "done_on": promise.done_on,
    }
