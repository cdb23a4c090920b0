"""Erase what has been kept for as long as it may be, by what each column says of itself (UK GDPR, article 5(1)(e))."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.case import erasures
from app.domain.deed import CLOCK, Deed
from app.services.case import histories
from app.store import search
from app.store.case.complaints import CaseKey
from app.store.case.wordings import CASE
from app.store.clock import rounds
from app.store.landlord import retention
from app.store.landlord.retention import Marked

SLICE = 500
ERASED, COMPACTED = "erased", "compacted"


def passing() -> list[Marked]:
    """Return the tables whose rows go by themselves in time."""
    return retention.passing()


def forget(session: Session, what: Marked, at: datetime) -> int:
    """Forget the next rows of a table that have served their time, and return how many; fewer than SLICE: no more."""
    return retention.forget(session, what, at, SLICE)


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
    """Note that words were erased, so that the file they stood in is written anew; in the same transaction."""
    rounds.finish(session, ERASED, at)


def tidy_search(session: Session) -> None:
    """Let the search index go of words that nothing is found by any more."""
    search.optimise(session)


def note_compacted(session: Session, at: datetime) -> None:
    """Note that the file was written anew."""
    rounds.finish(session, COMPACTED, at)


def must_compact(session: Session) -> bool:
    """Return whether words were erased since the file was last written anew, be it in a run that was cut off."""
    erased, compacted = rounds.last(session, ERASED), rounds.last(session, COMPACTED)
    return erased is not None and (compacted is None or erased > compacted)
