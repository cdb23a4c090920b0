"""Take in what is raised later, decide by the rule what becomes of it, and tell the resident (6.8, ruling 18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import escalations, new_points
from app.domain.case.kin import Bond
from app.domain.case.new_points import RulingDraft
from app.domain.case.raised import Course, NewPointState
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories, siblings
from app.services.case.histories import Case
from app.services.mail import letters

PARTS = (Part.NEW_POINTS, Part.DEFINITION, Part.STAGE_2, Part.END)


def raise_point(
    session: Session, reference: str, party: int | None, words: str, deed: Deed, happened_on: date | None = None
) -> int:
    """Take in a new point and return its number; raises Refused for no words, or a day that cannot be (6.8)."""
    with histories.opened(session, reference, deed) as case:
        event = new_points.raise_point(
            case.complaint, party, words, happened_on, terms=case.terms, deed=deed, write=case.write
        )
        case.add(event)
        return event.point


def decide(session: Session, reference: str, number: int, draft: RulingDraft, lookup_key: bytes, deed: Deed) -> Course:
    """Do with a point what the rule gives, write to the resident and return what was done (6.8, ruling 18).

    Raises Refused unless the handler saw that course and gave what it needs, or Changed.
    """
    with histories.opened(session, reference, deed, *PARTS) as case:
        event = new_points.decide(case.complaint, number, draft, write=case.write)
        point = next(each for each in case.complaint.new_points if each.number == number)
        if event.course is Course.APART:
            words, once = case.texts().get(point.said.number, ""), f"point-{number}"
            made = siblings.make(case, words, point.raised_on, Bond.NEW_POINT, once, lookup_key)
            event = replace(event, reference=made.reference)
        case.add(event)
        letters.issue(case, Notice.NEW_POINT, event.stage, event)
        if event.course is Course.STAGE_2:
            _ask_for_stage_2(case, point)
        return event.course


def _ask_for_stage_2(case: Case, point: NewPointState) -> None:
    """Ask for Stage 2 as from the day the point was raised: how we handled it is never a new complaint."""
    stage_1 = case.complaint.stage_1
    answered_on = stage_1.answered_on if stage_1 is not None else None
    events = escalations.ask(
        case.complaint,
        point.party,
        happened_on=max(point.raised_on, answered_on or point.raised_on),
        terms=case.terms,
        deed=case.deed,
        write=case.write,
    )
    case.add(*events)
    letters.issue(case, Notice.STAGE_2_ASKED, Stage.TWO, events[0])
