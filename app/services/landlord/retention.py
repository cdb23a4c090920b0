"""Erase what has been kept for as long as it may be, by what each column says of itself (UK GDPR, article 5(1)(e))."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.case import erasures
from app.domain.deed import CLOCK, Actor, Deed
from app.domain.landlord.permissions import Permission, allows
from app.domain.refused import Refused, Why
from app.services.case import histories
from app.services.case.histories import NoSuchCase
from app.services.landlord import staff
from app.store import search
from app.store.case.complaints import CaseKey
from app.store.case.wordings import CASE
from app.store.clock import rounds
from app.store.landlord import retention
from app.store.landlord.retention import Marked

SLICE = 500
ERASED, CLEARED_UP = "erased", "cleared up"


def passing() -> list[Marked]:
    """Return the tables whose rows go by themselves in time."""
    return retention.passing()


def forget(session: Session, what: Marked, at: datetime) -> int:
    """Forget the next rows of a table that have served their time, and return how many; fewer than SLICE: no more."""
    count = retention.forget(session, what, at, SLICE)
    if count:
        note_erased(session, at)
    return count


def over(session: Session, at: datetime) -> Mapping[str, int]:
    """Return how many rows of each table have served their time, without those of cases."""
    return {what.table.name: retention.count_over(session, what, at) for what in passing()}


def perhaps_over(session: Session, by: date, after: int) -> list[CaseKey]:
    """Return the next cases, by number, that may be past their time by a day; none: no more."""
    return retention.ended_cases(session, CASE.last_day(by), after, SLICE)


def is_over(session: Session, reference: str, by: date, at: datetime) -> bool:
    """Return whether a case is past its time by a day: its history says so, and nothing is to be done."""
    case = histories.found(session, reference, Deed(CLOCK, at))
    return erasures.erase(case.complaint, CASE, by) is not None


def note_erased(session: Session, at: datetime) -> None:
    """Note that something was erased, so that what is left of it is cleared up; in the same transaction."""
    rounds.finish(session, ERASED, at)


def tidy_search(session: Session) -> None:
    """Let the search index go of words that nothing is found by any more."""
    search.optimise(session)


def note_cleared_up(session: Session, at: datetime) -> None:
    """Note that nothing is left of what was erased before."""
    rounds.finish(session, CLEARED_UP, at)


def must_clear_up(session: Session) -> bool:
    """Return whether anything was erased since it was last cleared up, be it in a run that was cut off."""
    erased, cleared_up = rounds.last(session, ERASED), rounds.last(session, CLEARED_UP)
    return erased is not None and (cleared_up is None or erased > cleared_up)


def who_may(session: Session, email: str, reference: str) -> Actor:
    """Return who sees all that is held about a case, or takes words out of it.

    Raises Refused for who may not, and NoSuchCase for a case that they may not know of.
    """
    member = staff.whose(session, email)
    if not allows(member.roles, Permission.APPROVE_CORRECTIONS):
        raise Refused(Why.MAY_NOT_REMOVE)
    if search.case(session, member, reference) is None:
        raise NoSuchCase(reference)
    return Actor("staff", str(member.id))
