"""Correct a fact that was typed wrong, with a second person where a missed date would vanish (ruling 12)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import corrections
from app.domain.case.corrections import FactCorrected, Redated
from app.domain.case.vocabulary import Fact
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.figures import filings


def correct(session: Session, reference: str, fact: Fact, new: date | int | None, reason: str, deed: Deed) -> bool:
    """Correct a fact; returns False while a second person decides, raises Refused or Changed (ruling 12)."""
    with histories.opened(session, reference, deed, Part.FACTS) as case:
        home = case.complaint.home
        event = corrections.correct(case.complaint, fact, new, reason, terms=case.terms, deed=deed, write=case.write)
        case.add(event)
        _file(case, home)
        return isinstance(event, FactCorrected)


def approve(session: Session, reference: str, deed: Deed) -> None:
    """Agree to a correction; raises Refused for who proposed it, or Changed (ruling 12)."""
    with histories.opened(session, reference, deed, Part.FACTS) as case:
        home = case.complaint.home
        case.add(corrections.approve(case.complaint, terms=case.terms, deed=deed))
        _file(case, home)


def decline(session: Session, reference: str, deed: Deed) -> None:
    """Say no to a correction; raises Refused for who proposed it, or Changed (ruling 12)."""
    with histories.opened(session, reference, deed, Part.FACTS) as case:
        case.add(corrections.decline(case.complaint, deed=deed))


def redated(session: Session, reference: str, deed: Deed) -> Redated | None:
    """Return how an open case's dates would move by the calendar as it is now; None: not at all. Keeps nothing."""
    case = histories.found(session, reference, deed)
    return corrections.redate(case.complaint, terms=case.terms)


def redate(session: Session, reference: str, deed: Deed) -> Redated | None:
    """Move an open case's dates by the calendar as it is now, and return how; None: not at all (6.3)."""
    with histories.opened(session, reference, deed) as case:
        event = corrections.redate(case.complaint, terms=case.terms)
        if event is not None:
            case.add(event)
        return event


def _file(case: Case, home: int | None) -> None:
    """Count a case by another home than before; where it stays the same, what staff chose stands too."""
    if case.complaint.home != home:
        filings.file_home(case)
