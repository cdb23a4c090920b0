"""Unhappy or not: the choice of a complaint is offered each time, and the answer kept (1.3, 1.5, ruling 16)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.kinds import Answered, Feeling, Kind
from app.domain.case.state import Complaint
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class FeelingDraft:
    """One of the three answers, on the day it was given, with what they said."""

    feeling: Feeling | None = None
    happened_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class FeelingTold:
    """Somebody said whether they are unhappy, and whether they want a complaint."""

    number: int
    feeling: Feeling
    happened_on: date
    said: Said | None


Event = FeelingTold


def tell(complaint: Complaint, draft: FeelingDraft, *, deed: Deed, write: Write) -> FeelingTold:
    """Return the event; raises Refused where it is a complaint already, or led to one, or a part is missing (1.3)."""
    _refuse_a_complaint(complaint)
    gaps = []
    if draft.feeling is None:
        gaps.append(Gap(Why.NO_FEELING, "feeling"))
    if draft.happened_on is None or draft.happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    elif complaint.received_on is not None and draft.happened_on < complaint.received_on:
        gaps.append(Gap(Why.BEFORE_IT_CAME, "happened_on"))
    if gaps or draft.feeling is None or draft.happened_on is None:
        raise Refused(*gaps)
    said = write(WordsKind.REPLY, draft.words) if draft.words.strip() else None
    return FeelingTold(len(complaint.intake.feelings) + 1, draft.feeling, draft.happened_on, said)


def refuse_unless_may_open(complaint: Complaint, kind: Kind) -> None:
    """Raise Refused unless a case of this kind may be opened from this one: a complaint never becomes a request."""
    if kind is Kind.COMPLAINT:
        _refuse_a_complaint(complaint)
        return
    allowed = kind is Kind.DATA_PROTECTION and complaint.intake.kind is not Kind.DATA_PROTECTION
    refuse_if([] if allowed else [Gap(Why.COMPLAINT_STAYS_ONE, "kind")])


def said_no(complaint: Complaint) -> bool:
    """Return whether they were unhappy, were offered a complaint, and said no: it can be taken up later (1.5)."""
    told = complaint.intake.feelings
    return bool(told) and told[-1].feeling is Feeling.SAID_NO and complaint.kin.opened is None


def _refuse_a_complaint(complaint: Complaint) -> None:
    if complaint.intake.is_complaint:
        raise Refused(Gap(Why.COMPLAINT_ALREADY, "feeling"))
    if complaint.kin.opened is not None:
        raise Refused(Gap(Why.COMPLAINT_OPENED_ALREADY, "feeling"))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the case after the event."""
    feelings = (*complaint.intake.feelings, Answered(event.number, event.feeling, event.happened_on))
    return replace(complaint, intake=replace(complaint.intake, feelings=feelings))
