"""Take more time and tell it with its reason; keep somebody up to date while they wait (5.9, 6.4, 6.5, 6.15, 6.16)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import more_time
from app.domain.case.more_time import MoreTimeDraft, MoreTimeTaken
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.mail import letters


def ask(session: Session, reference: str, draft: MoreTimeDraft, deed: Deed) -> int | None:
    """Take more time and return its letter's number, None while a second person decides; raises Refused or Changed."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        event = more_time.ask(case.complaint, draft, terms=case.terms, deed=deed, write=case.write)
        case.add(event)
        return _tell(case, event) if isinstance(event, MoreTimeTaken) else None


def approve(session: Session, reference: str, deed: Deed) -> int:
    """Agree to more than the ordinary time; returns the letter's number, raises Refused for who asked, or Changed."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        event = more_time.approve(case.complaint, terms=case.terms, deed=deed)
        case.add(event)
        return _tell(case, event)


def decline(session: Session, reference: str, deed: Deed) -> None:
    """Say no to more than the ordinary time; raises Refused for who asked, or Changed (ruling 11)."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        case.add(more_time.decline(case.complaint, deed=deed))


def dislike(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Tell the complaints officer that the resident is not happy with the new date (ruling 11)."""
    with histories.opened(session, reference, deed) as case:
        case.add(more_time.dislike(case.complaint, party, words, terms=case.terms, deed=deed, write=case.write))


def answer_dislike(session: Session, reference: str, words: str, deed: Deed) -> None:
    """Write down what was done about it; raises Refused without words, or Changed (ruling 11)."""
    with histories.opened(session, reference, deed, Part.ANSWER) as case:
        case.add(more_time.answer_dislike(case.complaint, words, write=case.write))


def choose_updates(session: Session, reference: str, party: int, every: int, deed: Deed) -> None:
    """Set how often, in days, the resident hears while they wait; raises Refused for less than monthly (5.9)."""
    with histories.opened(session, reference, deed) as case:
        case.add(more_time.choose_updates(case.complaint, party, every, terms=case.terms, deed=deed))


def give_update(session: Session, reference: str, words: str, deed: Deed) -> int:
    """Write how it is going and return the letter's number; raises Refused without words, or Changed (5.9)."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        event = more_time.give_update(case.complaint, words, terms=case.terms, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.UPDATE, event.stage, event)


def _tell(case: Case, taken: MoreTimeTaken) -> int:
    return letters.issue(case, Notice.MORE_TIME, taken.proposal.stage, taken)
