"""Which complaints the same person or home made: asked as each new one comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.case.flags import RESIDENT
from app.domain.case.kinds import Kind
from app.domain.clock.duty_kinds import DutyKind
from app.store import search
from app.store.case.complaints import ComplaintRow
from app.store.clock.duty_rows import DutyRow
from app.store.people.parties import PartyRow

LOOKED_AT = 200
"""Of one home or postcode; more would be another trouble than one person's."""


class Earlier(NamedTuple):
    """A complaint that came before, and whose it is."""

    id: int
    name: str


def of_home(session: Session, home: int, since: date) -> list[Earlier]:
    """The complaints received from this home since a day."""
    return _complaints(session, ComplaintRow.home == home, since)


def at_postcode(session: Session, tokens: Iterable[str], postcode: str, since: date) -> list[Earlier]:
    """The complaints received since a day that are found by these words, of people at this postcode."""
    return _complaints(session, search.matches(session, tokens) & (PartyRow.postcode == postcode), since)


def is_wanted(session: Session, cases: Iterable[int]) -> bool:
    """Whether somebody is to visit because of one of these already."""
    waits = select(DutyRow.case_id).where(DutyRow.kind == DutyKind.VISIT.value, DutyRow.case_id.in_(cases))
    return session.scalar(waits.limit(1)) is not None


def _complaints(session: Session, condition: ColumnElement[bool], since: date) -> list[Earlier]:
    rows = (
        select(ComplaintRow.id, PartyRow.name)
        .join(PartyRow, (PartyRow.case_id == ComplaintRow.id) & (PartyRow.number == RESIDENT))
        .where(condition, ComplaintRow.kind == Kind.COMPLAINT.value, ComplaintRow.received_on >= since)
    )
    found = session.execute(rows.order_by(ComplaintRow.id.desc()).limit(LOOKED_AT))
    return [Earlier(*row) for row in found]
