"""Ask the resident about a promise before we make it, and keep what they say (7.3, ruling 23)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.promises import drafts
from app.domain.promises.draft_states import DraftReply
from app.services.case import histories
from app.services.mail import letters


def draft(session: Session, reference: str, words: str, due_on: date | None, deed: Deed) -> int:
    """Write to the resident what we mean to promise; returns the letter's number, raises Refused, or Changed (7.3)."""
    with histories.opened(session, reference, deed, Part.ANSWER, Part.END) as case:
        meant = drafts.draft(case.complaint, words, due_on, deed=deed, write=case.write)
        case.add(meant)
        return letters.issue(case, Notice.PROMISE_DRAFTED, None, meant, meant.party)


def answer(
    session: Session, reference: str, number: int, party: int, reply: DraftReply, words: str, deed: Deed
) -> None:
    """Keep what they say of it; raises Refused without words where they would have it otherwise, or Changed."""
    with histories.opened(session, reference, deed, Part.PROMISE_DRAFTS, Part.ANSWER) as case:
        case.add(drafts.answer(case.complaint, number, party, reply, words, case.write))


def look_at(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Keep that somebody has read what they would have otherwise; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.PROMISE_DRAFTS) as case:
        case.add(drafts.look_at(case.complaint, number))


def take_back(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Ask nobody about it any longer; raises Refused for one that is over, or Changed."""
    with histories.opened(session, reference, deed, Part.PROMISE_DRAFTS) as case:
        case.add(drafts.take_back(case.complaint, number))
