"""Own up to a missed date the day after, and give the new one once a person knows it (ruling 10)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import lateness
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.mail import letters


def find(session: Session, reference: str, deed: Deed) -> bool:
    """Write to the resident when a date has passed that nobody has owned up to yet; returns whether one had."""
    with histories.opened(session, reference, deed) as case:
        late = lateness.find(case.complaint, terms=case.terms, deed=deed)
        if late is not None:
            case.add(late)
            letters.issue(case, Notice.LATE, late.stage, late)
        return late is not None


def promise_new_date(session: Session, reference: str, new_date: date | None, words: str, deed: Deed) -> int:
    """Tell the new date and why; returns the letter's number, raises Refused or Changed (ruling 10)."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        event = lateness.promise_new_date(case.complaint, new_date, words, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.NEW_DATE, event.stage, event)
