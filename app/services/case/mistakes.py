"""Say that a complaint was logged by mistake, with a second person and a note, and take it back (ruling 18)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import mistakes
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.mail import letters


def propose(session: Session, reference: str, words: str, deed: Deed) -> None:
    """Lay it before a second person; raises Refused without a reason, or once it was answered, or Changed."""
    with histories.opened(session, reference, deed, Part.MISTAKE, Part.END) as case:
        case.add(mistakes.propose(case.complaint, words, terms=case.terms, deed=deed, write=case.write))


def approve(session: Session, reference: str, deed: Deed) -> int:
    """Agree, end it and return the number of the note to the resident; raises Refused for who said it, or Changed."""
    with histories.opened(session, reference, deed, Part.MISTAKE, Part.END, Part.ANSWER, Part.LINKS) as case:
        event = mistakes.approve(case.complaint, deed=deed)
        case.add(event)
        return letters.issue(case, Notice.LOGGED_BY_MISTAKE, None, event)


def decline(session: Session, reference: str, deed: Deed) -> None:
    """Do not agree: it goes on; raises Refused for who said it, or Changed."""
    with histories.opened(session, reference, deed, Part.MISTAKE, Part.END) as case:
        case.add(mistakes.decline(case.complaint, deed=deed))


def take_back(session: Session, reference: str, words: str, deed: Deed) -> int:
    """Let it go on by the dates it had, and return the letter's number; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.MISTAKE, Part.END) as case:
        event = mistakes.take_back(case.complaint, words, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.MISTAKE_TAKEN_BACK, None, event)
