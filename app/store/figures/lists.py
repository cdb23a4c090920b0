"""The complaints that a figure counts, one by one: by the very conditions that it was counted by (8.1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import Session

from app.domain.case.kinds import Kind
from app.domain.figures.periods import Basis, Period
from app.domain.figures.tallies import Cohort
from app.store.case.complaints import ComplaintRow
from app.store.figures.conditions import OPEN, conditions
from app.store.figures.counted import COUNTED, CountedRow
from app.store.figures.measures import DAYS
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member
from app.store.pages import Page, Place, page

MEASURES = frozenset(conditions(date.min))
"""Figures behind which a list is kept, named as a document names them within a stage."""
KEY = (COUNTED.begun_on, COUNTED.case_id)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which figure: a measure of a stage in a period; of these keys of a dimension alone, where one is named.

    None among the keys stands for what is unknown.
    """

    period: Period
    basis: Basis
    today: date
    stage: int
    measure: str
    dimension: str = ""
    keys: Collection[str | None] = ()


class CaseLine(NamedTuple):
    """One complaint of the list."""

    begun_on: date
    case_id: int
    reference: str
    phase: str
    outcome: str | None
    responded_on: date | None


def lines(session: Session, member: Member, sought: Sought, place: Place) -> Page[CaseLine]:
    """A page of the complaints that a figure counts and this member of staff may see, the newest first."""
    found = select(*KEY, ComplaintRow.reference, ComplaintRow.phase, COUNTED.outcome, COUNTED.responded_on)
    found = found.join(ComplaintRow, ComplaintRow.id == COUNTED.case_id)
    found = found.where(_counted(sought), visible_to(member, COUNTED.case_id))
    return page(session, found, KEY, CaseLine, place, newest_first=True)


def count(session: Session, sought: Sought) -> int:
    """How many complaints a figure counts, whoever may see them."""
    return session.execute(select(func.count()).select_from(CountedRow).where(_counted(sought))).scalar_one()


def _counted(sought: Sought) -> ColumnElement[bool]:
    cohort, which = conditions(sought.today)[sought.measure]
    of_stage = and_(COUNTED.kind == Kind.COMPLAINT.value, COUNTED.stage == sought.stage, _keys(sought))
    if sought.basis is Basis.EVENT and sought.measure == "open":
        return and_(of_stage, _open_at(sought.period.last))
    day = DAYS[cohort if sought.basis is Basis.EVENT else Cohort.BEGUN]
    return and_(of_stage, which, day.between(sought.period.first, sought.period.last))


def _open_at(end: date) -> ColumnElement[bool]:
    """The condition that a stage had begun and was not over on a day."""
    over = func.coalesce(COUNTED.responded_on, COUNTED.stopped_on)
    return and_(COUNTED.begun_on <= end, or_(over > end, and_(over.is_(None), OPEN)))


def _keys(sought: Sought) -> ColumnElement[bool]:
    if not sought.dimension:
        return true()
    column = COUNTED[sought.dimension]
    some = column.in_([key for key in sought.keys if key is not None])
    return or_(some, column.is_(None)) if None in sought.keys else some
