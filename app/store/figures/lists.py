"""What a figure counts, one by one: complaints, stages, promises, or the complaints of people (8.1)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, distinct, func, select
from sqlalchemy.orm import Session

from app.store.case.complaints import ComplaintRow
from app.store.figures.counted import COUNTED, CountedRow
from app.store.figures.promised import OF_ITS_CASE, PROMISE
from app.store.figures.sought import Sought, which
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member
from app.store.pages import Page, Place, page
from app.store.promises.promises import PromiseRow


class CaseLine(NamedTuple):
    """One complaint of the list; of a promise, `begun_on` is the day by which and `responded_on` the day it was done.

    `number` tells apart what one case has several of.
    """

    begun_on: date
    case_id: int
    stage: int
    number: int
    reference: str
    phase: str
    responded_on: date | None


def lines(session: Session, member: Member, sought: Sought, place: Place) -> Page[CaseLine]:
    """A page of what a figure counts and this member of staff may see, the newest first."""
    key = _key(sought)
    over = PROMISE.done_on if _is_of_promises(sought) else COUNTED.responded_on
    found = _from(sought, select(*key, ComplaintRow.reference, ComplaintRow.phase, over))
    found = found.join(ComplaintRow, ComplaintRow.id == COUNTED.case_id)
    found = found.where(which(sought), visible_to(member, COUNTED.case_id))
    return page(session, found, key, CaseLine, place, newest_first=True)


class Counts(NamedTuple):
    """What a figure says; how many lines its list has, whoever may see them, and those that somebody may see.

    Only of people the first two differ: a figure counts them, and its list has their complaints.
    """

    figure: int
    lines: int
    seen: int


def count(session: Session, member: Member, sought: Sought) -> Counts:
    """What a figure says of today, and how many of its complaints this member of staff may see."""
    seen = func.count().filter(visible_to(member, COUNTED.case_id))
    figure = func.count(distinct(COUNTED.complainant)) if _is_of_people(sought) else func.count()
    found = _from(sought, select(figure, func.count(), seen)).where(which(sought))
    return Counts(*session.execute(found).one())


def _is_of_promises(sought: Sought) -> bool:
    return sought.measure.startswith("promises.")


def _is_of_people(sought: Sought) -> bool:
    return sought.measure.startswith("repeat_complainants.")


def _key(sought: Sought) -> tuple[ColumnElement[Any], ...]:
    if _is_of_promises(sought):
        return PROMISE.due_on, PROMISE.case_id, COUNTED.stage, PROMISE.number
    return COUNTED.begun_on, COUNTED.case_id, COUNTED.stage, COUNTED.number


def _from(sought: Sought, found: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    found = found.select_from(CountedRow.__table__)
    return found.join(PromiseRow.__table__, OF_ITS_CASE) if _is_of_promises(sought) else found
