"""Ask a colleague for their part of an answer, remind them of it, and keep what they give (5.12)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import contributions
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.mail import jobs, notices
from app.store.case.complaints import stream


def ask(session: Session, reference: str, staff: int | None, due_on: date | None, words: str, deed: Deed) -> None:
    """Lay it on one of the staff, due on a day; raises Refused for a part missing, or when no answer is due."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        case.add(contributions.ask(case.complaint, staff, due_on, words, deed=deed, write=case.write))
        jobs.tell(case)


def give(session: Session, reference: str, number: int, words: str, deed: Deed) -> None:
    """Keep what somebody gave; raises Refused without words, or Changed when it was given meanwhile."""
    with histories.opened(session, reference, deed, Part.CONTRIBUTIONS) as case:
        case.add(contributions.give(case.complaint, number, words, case.write))


def remind(session: Session, reference: str, deed: Deed) -> int:
    """Remind whoever is to be reminded of their part today; returns how many parts that is (5.12)."""
    with histories.opened(session, reference, deed) as case:
        reminded = contributions.remind(case.complaint, terms=case.terms, deed=deed)
        case.add(*reminded)
        for each in reminded:
            once = f"part-{each.contribution}-{each.reminder.value}"
            notices.post(session, Notice.PART_DUE, stream(case.id), once, deed, facts={"part": each.contribution})
        return len(reminded)
