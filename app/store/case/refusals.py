"""One wordless row a refusal, computed from its case's history: the register, and what the figures are counted from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, Session, aliased

from app.domain.case.not_accepted import IN_FORCE, RefusalStanding, RefusalState
from app.store.case.complaints import ComplaintRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.schema import Base, Kind, kept

EXPORTED_AT_ONCE = 10_000
"""Most lines of one export: years of refusals of the largest landlord."""


class RefusalRow(Base, kind=Kind.PROJECTION):
    """A refusal: which ground, how much, who decided, and what became of it."""

    __tablename__ = "refusal"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    stage: Mapped[int] = kept(personal=None)
    ground: Mapped[str] = kept(personal=None)
    whole: Mapped[bool] = kept(personal=None)
    points: Mapped[int] = kept(personal=None)
    standing: Mapped[str] = kept(personal=None)
    proposed_by: Mapped[int] = kept(personal=None)
    decided_by: Mapped[int | None] = kept(personal=None)
    sent_on: Mapped[date | None] = kept(Date, personal=None)
    overturned_by: Mapped[str | None] = kept(personal=None)
    told_on: Mapped[date | None] = kept(Date, personal=None)
    instructed_by: Mapped[date | None] = kept(Date, personal=None)


Index("ix_refusal_standing", RefusalRow.standing, RefusalRow.case_id, RefusalRow.number)


class RefusalLine(NamedTuple):
    """One line of the register."""

    case_id: int
    number: int
    reference: str
    received_on: date
    stage: int
    ground: str
    whole: bool
    standing: str
    proposed_by: str | None
    decided_by: str | None
    sent_on: date | None
    overturned_by: str | None
    told_on: date | None
    instructed_by: date | None


PROPOSER, DECIDER = aliased(StaffRow), aliased(StaffRow)
KEY = (RefusalRow.case_id, RefusalRow.number)
_LINES: Select[*tuple[Any, ...]] = (
    select(
        *KEY,
        ComplaintRow.reference,
        ComplaintRow.received_on,
        RefusalRow.stage,
        RefusalRow.ground,
        RefusalRow.whole,
        RefusalRow.standing,
        PROPOSER.name,
        DECIDER.name,
        RefusalRow.sent_on,
        RefusalRow.overturned_by,
        RefusalRow.told_on,
        RefusalRow.instructed_by,
    )
    .join(ComplaintRow, ComplaintRow.id == RefusalRow.case_id)
    .outerjoin(PROPOSER, PROPOSER.id == RefusalRow.proposed_by)
    .outerjoin(DECIDER, DECIDER.id == RefusalRow.decided_by)
)
VIEWS = {
    "": tuple(RefusalStanding),
    "proposed": (RefusalStanding.PROPOSED,),
    "standing": tuple(IN_FORCE),
    "overturned": (RefusalStanding.OVERTURNED,),
}


def lines(session: Session, member: Member, view: str, place: Place) -> Page[RefusalLine]:
    """A page of the register that this member of staff may see, the newest complaint first."""
    return page(session, _of(member, view), KEY, RefusalLine, place, newest_first=True)


def every(session: Session, member: Member, view: str) -> Iterator[RefusalLine]:
    """The whole register that this member of staff may see, as it is exported, the newest complaint first."""
    rows = _of(member, view).order_by(*(column.desc() for column in KEY)).limit(EXPORTED_AT_ONCE)
    return (RefusalLine(*row) for row in session.execute(rows))


def _of(member: Member, view: str) -> Select[*tuple[Any, ...]]:
    standings = [each.value for each in VIEWS[view]]
    return _LINES.where(visible_to(member, RefusalRow.case_id), RefusalRow.standing.in_(standings))


def row(case_id: int, refusal: RefusalState) -> dict[str, object]:
    """A refusal as its row keeps it."""
    asked = refusal.proposal
    return {
        "case_id": case_id,
        "number": refusal.number,
        "stage": asked.stage,
        "ground": asked.ground.value,
        "whole": refusal.whole or asked.whole,
        "points": len(asked.points),
        "standing": refusal.standing.value,
        "proposed_by": asked.by,
        "decided_by": refusal.decided_by,
        "sent_on": refusal.sent_on,
        "overturned_by": refusal.overturned_by.value if refusal.overturned_by else None,
        "told_on": refusal.told_on,
        "instructed_by": refusal.instructed_by,
    }
