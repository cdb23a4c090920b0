"""Stop a complaint at the resident's own choice, and go on with it when they say so (ruling 19)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import withdrawals
from app.domain.case.withdrawals import Withdrawn
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.mail import letters


def withdraw(session: Session, reference: str, party: int, *, own_choice: bool, words: str, deed: Deed) -> int:
    """Stop it, confirm that in writing and return the letter's number; raises Refused, or Changed (ruling 19)."""
    with histories.opened(session, reference, deed, Part.END, Part.ANSWER) as case:
        event = withdrawals.withdraw(
            case.complaint, party, own_choice=own_choice, words=words, deed=deed, write=case.write
        )
        return _stop(case, event)


def hear(session: Session, reference: str, party: int, *, own_choice: bool, words: str, deed: Deed) -> int:
    """Stop it as somebody said in a call, and write to them in case that is wrong; returns the letter's number.

    Raises Refused, or Changed (ruling 19).
    """
    with histories.opened(session, reference, deed, Part.END, Part.ANSWER) as case:
        event = withdrawals.hear(case.complaint, party, own_choice=own_choice, words=words, deed=deed, write=case.write)
        return _stop(case, event)


def reopen(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Go on with a stopped complaint: same day received, a new acknowledgement; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.END) as case:
        case.add(withdrawals.reopen(case.complaint, party, terms=case.terms, deed=deed))


def _stop(case: Case, event: Withdrawn) -> int:
    case.add(event)
    stage = case.complaint.current
    return letters.issue(case, Notice.WITHDRAWN, stage.stage if stage else None, event)
