"""Issue the answer, make its promises, and start a Stage 2 that waited for it (6.3–6.9, 6.13–6.20)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import escalations
from app.domain.case import responses as rules
from app.domain.case.findings import ResponseDraft
from app.domain.case.responses import ResponseIssued
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.history import Part
from app.domain.mail.notices import Notice
from app.domain.promises import promises
from app.services.case import answer_drafts, histories
from app.services.case.histories import Case
from app.services.mail import letters
from app.store.case import answer_drafts as store
from app.words.mail.blocks import Block

NOTICES = {Stage.ONE: Notice.ANSWER, Stage.TWO: Notice.STAGE_2_ANSWER}
PARTS = (Part.DEFINITION, Part.ANSWER, Part.END, Part.STAGE_2)


def issue(session: Session, reference: str, draft: ResponseDraft, deed: Deed, over: int | None = None) -> int:
    """Issue the answer now due; returns its letter's number, raises Refused with every gap (6.9, 6.19), or Changed.

    `over` is the version of the saved draft that the answer was written from: words that another page saved later
    would be lost with the draft, and so they are Changed too.
    """
    with histories.opened(session, reference, deed, *PARTS) as case:
        if over is not None:
            answer_drafts.refuse_other_words(case, rules.due(case.complaint).stage, over)
        issued = _answer(case, draft, deed)
        number = letters.issue(case, NOTICES[issued.stage], issued.stage, issued)
        started = escalations.start_waiting(case.complaint, terms=case.terms, deed=deed)
        if started is not None:
            case.add(started)
        store.remove(session, case.id, issued.stage)
        return number


def preview(session: Session, reference: str, draft: ResponseDraft, deed: Deed) -> list[Block]:
    """Return the blocks that `issue` would freeze now, and keep nothing; raises as it does (6.9, 6.19)."""
    case = histories.found(session, reference, deed, *PARTS)
    issued = _answer(case, draft, deed)
    return letters.preview(case, NOTICES[issued.stage], issued)


def _answer(case: Case, draft: ResponseDraft, deed: Deed) -> ResponseIssued:
    issued = rules.issue(case.complaint, draft, terms=case.terms, deed=deed, write=case.write)
    case.add(issued)
    case.add(*promises.make(case.complaint, draft.promises, issued.letter, case.write))
    return issued
