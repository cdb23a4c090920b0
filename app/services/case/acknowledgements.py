"""Acknowledge a complaint, at either stage: define it, name who deals with it, and write (5.6, 5.7, 6.2, 6.11)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import acknowledgements, interests
from app.domain.case.definitions import DefinitionDraft
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.mail import letters

NOTICES = {Stage.ONE: Notice.ACKNOWLEDGED, Stage.TWO: Notice.STAGE_2_ACKNOWLEDGED}


def acknowledge(
    session: Session, reference: str, draft: DefinitionDraft, handler: int | None, answer_by: date | None, deed: Deed
) -> int:
    """Acknowledge, and return the letter's number; raises Refused with every gap (5.6, 5.7, 6.2), or Changed."""
    with histories.opened(session, reference, deed, Part.DEFINITION, Part.HANDLER, Part.END, Part.STAGE_2) as case:
        before = case.complaint.handler
        done = acknowledgements.acknowledge(
            case.complaint, draft, handler, answer_by, terms=case.terms, deed=deed, write=case.write
        )
        case.add(done)
        if done.handler == deed.by.staff_id:
            case.add(*interests.declare_by_signing(case.complaint, done.handler))
        elif done.handler != before:
            case.add(*interests.ask(case.complaint, done.handler, terms=case.terms, deed=deed))
        return letters.issue(case, NOTICES[done.stage], done.stage, done)
