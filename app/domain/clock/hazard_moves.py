"""A date that the summary of a hazard gave, moved: with its reason, and by the law's last day or said to be late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.hazard_states import HazardState, HazardStep, changed, one
from app.domain.clock.hazard_steps import safe_by
from app.domain.clock.whys import HazardWhy
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """Which date moves, to when and why; `says_late`: whoever writes it knows that the letter says it is too late."""

    step: HazardStep | None
    new: date | None
    words: str
    says_late: bool = False


@dataclass(frozen=True, slots=True)
class HazardDateMoved:
    """A date we gave is another now. `law_by` is the law's last day where the new one is later, else None."""

    hazard: int
    step: HazardStep
    old: date
    new: date
    law_by: date | None
    said: Said
    letter: int


Event = HazardDateMoved


def movable(hazard: HazardState) -> dict[HazardStep, date]:
    """Return the dates that the resident was given and that are still to be kept."""
    given = {
        HazardStep.SAFE: hazard.safe_promised if hazard.safe_on is None and hazard.is_one else None,
        HazardStep.WORKS: hazard.works_promised if hazard.works_on is None and hazard.is_one else None,
    }
    return {step: day for step, day in given.items() if day is not None}


def move(complaint: Complaint, number: int, draft: MoveDraft, *, deed: Deed, write: Write) -> HazardDateMoved:
    """Return the event, its letter numbered next; raises Refused with every gap, or where no date was given.

    A date beyond the law's is refused until it is said that the letter tells the resident so (SI 2025/1042).
    """
    hazard = one(complaint.hazards, number)
    given = movable(hazard)
    if not given:
        raise Refused(Why.NOTHING_TO_SETTLE)
    refuse_if(tuple(_gaps(hazard, given, draft, deed)))
    if draft.step is None or draft.new is None:
        raise Refused(Gap(HazardWhy.SUMMARY_WITHOUT_DATE, "new_date"))
    return HazardDateMoved(
        hazard=number,
        step=draft.step,
        old=given[draft.step],
        new=draft.new,
        law_by=_law_passed(hazard, draft.step, draft.new),
        said=write(WordsKind.ANSWER, draft.words),
        letter=len(complaint.letters) + 1,
    )


def _gaps(hazard: HazardState, given: dict[HazardStep, date], draft: MoveDraft, deed: Deed) -> Iterator[Gap]:
    if draft.step not in given:
        yield Gap(HazardWhy.MOVE_WITHOUT_STEP, "step")
    if draft.new is None:
        yield Gap(HazardWhy.SUMMARY_WITHOUT_DATE, "new_date")
    elif draft.new < deed.on:
        yield Gap(Why.DATE_IN_THE_PAST, "new_date")
    elif draft.step in given and draft.step is not None:
        yield from _date_gaps(hazard, given[draft.step], draft.step, draft.new, says_late=draft.says_late)
    if not draft.words.strip():
        yield Gap(HazardWhy.HAZARD_WITHOUT_REASONS, "words")


def _date_gaps(hazard: HazardState, old: date, step: HazardStep, new: date, *, says_late: bool) -> Iterator[Gap]:
    if new == old:
        yield Gap(HazardWhy.DATE_NOT_MOVED, "new_date")
    elif _law_passed(hazard, step, new) is not None and not says_late:
        yield Gap(HazardWhy.MOVED_BEYOND_LIMIT, "says_late")


def _law_passed(hazard: HazardState, step: HazardStep, new: date) -> date | None:
    """Return the law's last day where the new one is later; None where it is not, or no law binds."""
    limit = safe_by(hazard) if step is HazardStep.SAFE else hazard.after.works_at_the_latest
    return limit if hazard.law and limit is not None and new > limit else None


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event: the law's own date has not moved, and is missed as before."""
    field = "safe_promised" if event.step is HazardStep.SAFE else "works_promised"
    return replace(complaint, hazards=changed(complaint.hazards, event.hazard, **{field: event.new}))
