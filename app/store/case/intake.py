"""What came and nobody has sorted yet, and who was offered a complaint and said no: two lists over the projection."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.case.flags import RESIDENT
from app.domain.clock.duty_kinds import OF_A_KIND, DutyKind
from app.store.case.complaints import ComplaintRow
from app.store.clock.duty_rows import DutyRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow

CLOCKS = (
    DutyKind.ACKNOWLEDGE.value,
    DutyKind.RESPOND.value,
    DutyKind.ACKNOWLEDGE_DATA.value,
    *(kind.value for kind in OF_A_KIND.values()),
)
"""The duties by whose dates a case runs."""


class IntakeLine(NamedTuple):
    """One case, with what one must know to sort it; `due_on` is the next date it runs by."""

    since: date
    case_id: int
    reference: str
    kind: str
    channel: str
    flags: str
    language: str
    resident: str | None
    handler: str | None
    due_on: date | None


class Waiting(NamedTuple):
    """How many cases nobody has sorted, and how many people said no to a complaint that they were offered."""

    unsorted: int
    said_no: int


_DUE = (
    select(func.min(DutyRow.due_on))
    .where(DutyRow.case_id == ComplaintRow.id, DutyRow.kind.in_(CLOCKS))
    .correlate(ComplaintRow)
    .scalar_subquery()
)


def unsorted(session: Session, member: Member, place: Place) -> Page[IntakeLine]:
    """A page of the cases that nobody has sorted, the oldest first."""
    return _page(session, member, ComplaintRow.untriaged_since, ComplaintRow.untriaged_since.is_not(None), place)


def said_no(session: Session, member: Member, place: Place) -> Page[IntakeLine]:
    """A page of the cases whose people are unhappy and did not want a complaint, the oldest first."""
    return _page(session, member, ComplaintRow.received_on, ComplaintRow.said_no.is_(True), place)


def waiting(session: Session, member: Member) -> Waiting:
    """How long both lists are."""
    counts = select(func.count()).select_from(ComplaintRow).where(visible_to(member, ComplaintRow.id))
    unsorted = counts.where(ComplaintRow.untriaged_since.is_not(None)).scalar_subquery()
    declined = counts.where(ComplaintRow.said_no.is_(True)).scalar_subquery()
    return Waiting(*session.execute(select(unsorted, declined)).one())


def _page(
    session: Session,
    member: Member,
    since: InstrumentedAttribute[Any],
    condition: ColumnElement[bool],
    place: Place,
) -> Page[IntakeLine]:
    rows: Select[*tuple[Any, ...]] = (
        select(
            since,
            ComplaintRow.id,
            ComplaintRow.reference,
            ComplaintRow.kind,
            ComplaintRow.channel,
            ComplaintRow.flags,
            ComplaintRow.language,
            PartyRow.name,
            StaffRow.name,
            _DUE,
        )
        .outerjoin(PartyRow, (PartyRow.case_id == ComplaintRow.id) & (PartyRow.number == RESIDENT))
        .outerjoin(StaffRow, StaffRow.id == ComplaintRow.handler)
        .where(visible_to(member, ComplaintRow.id), condition)
    )
    return page(session, rows, (since, ComplaintRow.id), IntakeLine, place)
