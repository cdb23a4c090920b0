"""Ask for Stage 2 at any time, and decide what becomes of a request that came early (6.10–6.12, ruling 13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import escalations
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.mail import letters


def ask(
    session: Session,
    reference: str,
    party: int | None,
    deed: Deed,
    *,
    words: str = "",
    dropped_points: Sequence[int] = (),
    happened_on: date | None = None,
) -> int:
    """Record the request, write that we have it, and return the letter's number; no reason is needed (6.12)."""
    with histories.opened(session, reference, deed, Part.STAGE_2, Part.END) as case:
        events = escalations.ask(
            case.complaint,
            party,
            words,
            dropped_points,
            happened_on=happened_on or deed.on,
            terms=case.terms,
            deed=deed,
            write=case.write,
        )
        case.add(*events)
        return letters.issue(case, Notice.STAGE_2_ASKED, Stage.TWO, events[0])


def withdraw(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Take back a request that waits for the Stage 1 answer; raises Refused when none does, or Changed (ruling 13)."""
    with histories.opened(session, reference, deed, Part.STAGE_2) as case:
        case.add(escalations.withdraw(case.complaint, party))


def start_now(session: Session, reference: str, *, resident_agreed: bool, deed: Deed) -> None:
    """Open Stage 2 over a late Stage 1; raises Refused without the resident's yes, or Changed (ruling 13)."""
    with histories.opened(session, reference, deed, Part.STAGE_2, Part.ANSWER) as case:
        case.add(escalations.start_now(case.complaint, resident_agreed=resident_agreed, terms=case.terms, deed=deed))


def set_stage_1_answer(session: Session, reference: str, answer_by: date | None, words: str, deed: Deed) -> int:
    """Set the last day of a late Stage 1, tell it, and return the letter's number; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.STAGE_2, Part.ANSWER) as case:
        event = escalations.set_stage_1_answer(
            case.complaint, answer_by, words, terms=case.terms, deed=deed, write=case.write
        )
        case.add(event)
        return letters.issue(case, Notice.NEW_DATE, Stage.ONE, event)
