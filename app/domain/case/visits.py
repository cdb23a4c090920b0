"""Somebody who complains again and again may need more than an answer: a visit or call that helps, never a label."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

OFTEN = 3
"""Complaints of one person or home within a year, this one counted, after which somebody goes to see them."""
LOOK_BACK = timedelta(days=365)
VISIT_WITHIN = 10
"""Working days: our own promise, not the Code's."""


class VisitOutcome(Enum):
    """What came of the visit or call."""

    VISITED = "visited"
    RANG = "rang"
    NO_THANK_YOU = "no_thank_you"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """What came of it, when, and what was said or arranged."""

    outcome: VisitOutcome | None = None
    happened_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class VisitWanted:
    """Somebody is to visit or ring them, and ask what would help, by this day."""

    visit_by: date


@dataclass(frozen=True, slots=True)
class VisitMade:
    """Somebody did, or tried."""

    outcome: VisitOutcome
    happened_on: date
    said: Said


Event = VisitWanted | VisitMade


def want(complaint: Complaint, complaints: int, *, terms: Terms, deed: Deed) -> VisitWanted | None:
    """Return the event; None below three complaints within a year, or while a visit is wanted already (domain.md)."""
    if complaints < OFTEN or complaint.has_task(DutyKind.VISIT):
        return None
    return VisitWanted(terms.in_working_days(deed.on, VISIT_WITHIN))


def make(complaint: Complaint, draft: VisitDraft, *, deed: Deed, write: Write) -> VisitMade:
    """Return the event; raises Refused when none is wanted, or a part is missing (5.12)."""
    if not complaint.has_task(DutyKind.VISIT):
        raise Refused(Why.NOTHING_TO_SETTLE)
    gaps = []
    if draft.outcome is None:
        gaps.append(Gap(Why.CONTACT_WITHOUT_OUTCOME, "outcome"))
    if draft.happened_on is None or draft.happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    if not draft.words.strip():
        gaps.append(Gap(Why.CONTACT_WITHOUT_NOTES, "words"))
    if gaps or draft.outcome is None or draft.happened_on is None:
        raise Refused(*gaps)
    return VisitMade(draft.outcome, draft.happened_on, write(WordsKind.NOTE, draft.words))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the case after the event."""
    match event:
        case VisitWanted(visit_by):
            return complaint.with_task(Task(DutyKind.VISIT, 0, visit_by))
        case VisitMade():
            return complaint.without_task(DutyKind.VISIT)
