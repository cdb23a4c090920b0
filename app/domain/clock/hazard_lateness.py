"""A date of a hazard that was missed: found by the night, looked at by the complaints officer, told where it is law."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duties import letters_gone
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.hazard_states import HazardStep, Miss, changed, one, to_do
from app.domain.clock.terms import Terms
from app.domain.clock.whys import HazardWhy
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class HazardFoundLate:
    """The clock found a date missed: the complaints officer looks by a day."""

    hazard: int
    step: HazardStep
    date_missed: date
    look_by: date


@dataclass(frozen=True, slots=True)
class HazardLateAnswered:
    """The complaints officer has looked at why a date was missed, and said what happens now."""

    hazard: int
    said: Said


@dataclass(frozen=True, slots=True)
class HazardLateTold:
    """The resident is told in writing which times of the law were missed, why, and what happens now: once for each."""

    hazard: int
    missed: tuple[Miss, ...]
    why: Said
    next: Said
    letter: int


Event = HazardFoundLate | HazardLateAnswered | HazardLateTold


def find_late(complaint: Complaint, *, terms: Terms, deed: Deed) -> tuple[HazardFoundLate, ...]:
    """Return an event for each date of a hazard that has passed and was not found before."""
    gone, look_by = letters_gone(complaint), terms.in_working_days(deed.on, 1)
    return tuple(
        HazardFoundLate(hazard.number, each.step, each.by, look_by)
        for hazard in complaint.hazards
        for each in to_do(hazard, gone)
        if each.is_late(deed.at) and each.step not in hazard.missed
    )


def answer_late(
    complaint: Complaint, number: int, why: str, happens: str, *, write: Write
) -> HazardLateAnswered | HazardLateTold:
    """Return the event; raises Refused without why, or without what happens now where a time of the law was missed.

    Of the law's times the resident is told in a letter, which is numbered next.
    """
    if not complaint.has_task(DutyKind.LATE_HAZARD, number):
        raise Refused(Why.NOTHING_TO_SETTLE)
    missed = one(complaint.hazards, number).to_tell
    gaps = [] if why.strip() else [Gap(Why.NOT_SAID_HOW, "words")]
    if missed and not happens.strip():
        gaps.append(Gap(HazardWhy.LATE_WITHOUT_NEXT, "happens"))
    refuse_if(gaps)
    if not missed:
        return HazardLateAnswered(number, write(WordsKind.NOTE, f"{why}\n{happens}".strip()))
    told, now = write(WordsKind.ANSWER, why), write(WordsKind.ANSWER, happens)
    return HazardLateTold(number, missed, told, now, len(complaint.letters) + 1)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case HazardFoundLate(number, step, date_missed, look_by):
            return _late(complaint, number, step, date_missed, look_by)
        case HazardLateAnswered(number, _):
            return complaint.without_task(DutyKind.LATE_HAZARD, number)
        case HazardLateTold(number, missed, _, _, _):
            return _told(complaint, number, missed).without_task(DutyKind.LATE_HAZARD, number)


def _late(complaint: Complaint, number: int, step: HazardStep, date_missed: date, look_by: date) -> Complaint:
    hazard = next((each for each in complaint.hazards if each.number == number), None)
    if hazard is None:
        return complaint
    unsafe = {"missed_safe_on": date_missed} if step is HazardStep.SAFE else {}
    misses = (*hazard.misses, Miss(step, date_missed))
    found = replace(complaint, hazards=changed(complaint.hazards, number, misses=misses, **unsafe))
    return found.with_task(Task(DutyKind.LATE_HAZARD, number, look_by, Owner.COMPLAINTS_OFFICER))


def _told(complaint: Complaint, number: int, missed: tuple[Miss, ...]) -> Complaint:
    hazard = next((each for each in complaint.hazards if each.number == number), None)
    if hazard is None:
        return complaint
    told_of = (*hazard.told_of, *(each.step for each in missed))
    return replace(complaint, hazards=changed(complaint.hazards, number, told_of=told_of))
