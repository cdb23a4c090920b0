"""Issue the answer, make its promises, and start a Stage 2 that waited for it (6.3–6.9, 6.13–6.20)."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.domain.case import escalations
from app.domain.case import groups as common
from app.domain.case import responses as rules
from app.domain.case.findings import ResponseDraft
from app.domain.case.responses import ResponseIssued
from app.domain.case.state import Complaint
from app.domain.case.third_parties import is_by_another
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.landlord.answerers import is_checked
from app.domain.landlord.letter_texts import OwnWords
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.promises import offers, promises
from app.services.case import answer_drafts, groups, histories
from app.services.case.histories import Case
from app.services.landlord import landlord, letter_texts
from app.services.mail import jobs, letters
from app.store.case import answer_drafts as store
from app.words.mail.blocks import Block

NOTICES = {Stage.ONE: Notice.ANSWER, Stage.TWO: Notice.STAGE_2_ANSWER}
PARTS = (Part.DEFINITION, Part.ANSWER, Part.ANSWER_CHECK, Part.END, Part.STAGE_2, Part.OFFERS)


def issue(session: Session, reference: str, draft: ResponseDraft, deed: Deed, over: int | None = None) -> int:
    """Issue the answer now due; returns its letter's number, raises Refused with every gap (6.9, 6.19), or Changed.

    `over` is the version of the saved draft that the answer was written from: words that another page saved later
    would be lost with the draft, and so they are Changed too.
    """
    with histories.opened(session, reference, deed, *PARTS) as case:
        answer_drafts.refuse_other_words(case, over)
        draft = worded(session, case.complaint, draft)
        return send(case, answer(case, draft, checked=_is_checked(case)), draft.own)


def preview(session: Session, reference: str, draft: ResponseDraft, deed: Deed) -> list[Block]:
    """Return the blocks that `issue` would freeze now, and keep nothing; raises as it does (6.9, 6.19)."""
    case = histories.found(session, reference, deed, *PARTS)
    draft = worded(session, case.complaint, draft)
    return as_letter(case, answer(case, draft), draft.own)


def answer(case: Case, draft: ResponseDraft, *, checked: bool = False) -> ResponseIssued:
    """Answer a case in hand and return the event; raises Refused. `checked`: only what somebody else agreed to."""
    common.refuse_other(draft, groups.common_part(case.session, case.complaint))
    issued = rules.issue(case.complaint, draft, terms=case.terms, deed=case.deed, write=case.write, checked=checked)
    case.add(issued)
    case.add(*common.give(draft, issued.stage, issued.letter, case.write))
    case.add(*rules.give_remedies(case.complaint, draft))
    case.add(*promises.make(case.complaint, draft.promises, issued.letter, case.write))
    case.add(*offers.of_answer(case.complaint, issued.letter))
    return issued


def worded(session: Session, complaint: Complaint, draft: ResponseDraft) -> ResponseDraft:
    """Return an answer with what it begins and ends with as that stands now: no later version changes it."""
    return replace(draft, own=letter_texts.of_answer(session, complaint, draft))


def as_letter(case: Case, issued: ResponseIssued, own: OwnWords | None) -> list[Block]:
    """Return the letter of an answer that has just been given to a case in hand."""
    return letters.preview(case, NOTICES[issued.stage], issued, own=own)


def send(case: Case, issued: ResponseIssued, own: OwnWords | None) -> int:
    """Issue the letter of an answer and return its number; a Stage 2 that waited for it begins."""
    number = letters.issue(case, NOTICES[issued.stage], issued.stage, issued, own=own)
    started = escalations.start_waiting(case.complaint, terms=case.terms, deed=case.deed)
    if started is not None:
        case.add(started)
    jobs.tell(case)
    store.remove(case.session, case.id, issued.stage)
    return number


def _is_checked(case: Case) -> bool:
    stage = rules.due(case.complaint).stage
    return is_checked(landlord.current(case.session), stage) or is_by_another(case.complaint)
