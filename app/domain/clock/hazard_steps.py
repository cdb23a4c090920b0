"""What is done about a danger in a home, step by step: looked at, told in writing, made safe, works begun.

Awaab's Law (SI 2025/1042): a summary within 3 working days, safe within 5, works begun within 5 and at last 12 weeks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.case.state import Complaint
from app.domain.clock.hazard_clock import DatesAfter
from app.domain.clock.hazard_laws import Severity
from app.domain.clock.hazard_states import HazardState, Tried, changed, one
from app.domain.clock.hazards import clock_of
from app.domain.clock.terms import Terms
from app.domain.clock.whys import HazardWhy
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class SummaryDraft:
    """What the letter will say: what was found, what will make it safe, what is done so that it stays so, by when."""

    found: str
    safe: str = ""
    safe_by: date | None = None
    works: str = ""
    works_by: date | None = None


@dataclass(frozen=True, slots=True)
class HazardInvestigated:
    """The investigation ended on a day; what follows from it is counted once, here."""

    hazard: int
    happened_on: date
    found: bool
    works: bool
    said: Said
    after: DatesAfter


@dataclass(frozen=True, slots=True)
class HazardSummaryWritten:
    """The summary that the person must have in writing (ruling 8)."""

    hazard: int
    found: Said
    safe: Said | None
    safe_by: date | None
    works: Said | None
    works_by: date | None
    letter: int


@dataclass(frozen=True, slots=True)
class HazardMadeSafe:
    """Nobody can be hurt by it any more, with what proves it."""

    hazard: int
    happened_on: date
    happened_at: datetime | None
    proof: Said


@dataclass(frozen=True, slots=True)
class HazardWorksBegun:
    """The works that keep it from coming back have begun."""

    hazard: int
    happened_on: date
    said: Said


@dataclass(frozen=True, slots=True)
class AccommodationOffered:
    """Its people were offered somewhere else to stay, at the landlord's cost."""

    hazard: int
    happened_on: date
    said: Said


@dataclass(frozen=True, slots=True)
class AccessTried:
    """Somebody tried to get in, or to agree a time: the record of all reasonable endeavours."""

    hazard: int
    happened_on: date
    how: Tried
    said: Said | None


Event = (
    HazardInvestigated | HazardSummaryWritten | HazardMadeSafe | HazardWorksBegun | AccommodationOffered | AccessTried
)


def end_investigation(
    complaint: Complaint,
    number: int,
    happened_on: date | None,
    words: str,
    *,
    found: bool,
    works: bool,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> HazardInvestigated:
    """Return the event with the dates that follow; raises Refused without a day or what was seen, or a second time."""
    hazard = one(complaint.hazards, number)
    if hazard.investigated_on is not None or hazard.severity is Severity.NEITHER:
        raise Refused(Why.NOTHING_TO_SETTLE)
    day = _checked(
        hazard, happened_on, deed, () if words.strip() else (Gap(HazardWhy.SUMMARY_WITHOUT_FINDINGS, "words"),)
    )
    clock = clock_of(terms, hazard.kinds, hazard.severity, hazard.tenure, hazard.known)
    after = replace(clock, investigated_on=day).after(found=found, works=found and works)
    return HazardInvestigated(number, day, found, found and works, write(WordsKind.NOTE, words), after)


def write_summary(
    complaint: Complaint, number: int, draft: SummaryDraft, *, deed: Deed, write: Write
) -> HazardSummaryWritten:
    """Return the event, its letter numbered next; raises Refused with every gap, or before the investigation ended."""
    hazard = one(complaint.hazards, number)
    if hazard.investigated_on is None:
        raise Refused(HazardWhy.HAZARD_NOT_INVESTIGATED)
    if hazard.summary:
        raise Refused(Why.NOTHING_TO_SETTLE)
    refuse_if(tuple(_summary_gaps(hazard, draft, deed)))
    unsafe = hazard.found and hazard.safe_on is None
    return HazardSummaryWritten(
        hazard=number,
        found=write(WordsKind.ANSWER, draft.found),
        safe=write(WordsKind.ANSWER, draft.safe) if hazard.found else None,
        safe_by=draft.safe_by if unsafe else None,
        works=write(WordsKind.ANSWER, draft.works) if hazard.works else None,
        works_by=draft.works_by if hazard.works else None,
        letter=len(complaint.letters) + 1,
    )


def _summary_gaps(hazard: HazardState, draft: SummaryDraft, deed: Deed) -> Iterator[Gap]:
    if not draft.found.strip():
        yield Gap(HazardWhy.SUMMARY_WITHOUT_FINDINGS, "found")
    if hazard.found and not draft.safe.strip():
        yield Gap(HazardWhy.SUMMARY_WITHOUT_ACTION, "safe")
    if hazard.found and hazard.safe_on is None:
        yield from _date_gaps("safe_by", draft.safe_by, safe_by(hazard), deed)
    if hazard.works and not draft.works.strip():
        yield Gap(HazardWhy.SUMMARY_WITHOUT_ACTION, "works")
    if hazard.works and hazard.works_on is None:
        yield from _date_gaps("works_by", draft.works_by, hazard.after.works_at_the_latest, deed)


def _date_gaps(field: str, day: date | None, limit: date | None, deed: Deed) -> Iterator[Gap]:
    """A date is owed even when the law's has passed: then it is today or later, and the miss stays a miss."""
    if day is None:
        yield Gap(HazardWhy.SUMMARY_WITHOUT_DATE, field)
    elif day < deed.on:
        yield Gap(Why.DATE_IN_THE_PAST, field)
    elif limit is not None and day > max(limit, deed.on):
        yield Gap(HazardWhy.SUMMARY_DATE_BEYOND_LIMIT, field)


def safe_by(hazard: HazardState) -> date | None:
    """Return the last day to make it safe: of an emergency the day its hours end; None before that is known."""
    return hazard.dates.investigate_by if hazard.dates.safe_at is not None else hazard.after.safe_by


def make_safe(
    complaint: Complaint,
    number: int,
    happened_on: date | None,
    happened_at: datetime | None,
    proof: str,
    *,
    deed: Deed,
    write: Write,
) -> HazardMadeSafe:
    """Return the event; raises Refused without proof, for a time to come, or where it is safe already."""
    hazard = one(complaint.hazards, number)
    if hazard.safe_on is not None or not hazard.is_one:
        raise Refused(Why.NOTHING_TO_SETTLE)
    gaps = [] if proof.strip() else [Gap(HazardWhy.HAZARD_SAFE_WITHOUT_PROOF, "proof")]
    if happened_at is not None and happened_at > deed.at:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    day = _checked(hazard, happened_on, deed, tuple(gaps))
    return HazardMadeSafe(number, day, happened_at, write(WordsKind.PROOF, proof))


def begin_works(
    complaint: Complaint, number: int, happened_on: date | None, words: str, *, deed: Deed, write: Write
) -> HazardWorksBegun:
    """Return the event; raises Refused where no works are owed, without a day, or without what was begun."""
    hazard = one(complaint.hazards, number)
    if hazard.works_on is not None or not hazard.works:
        raise Refused(Why.NOTHING_TO_SETTLE)
    day = _checked(hazard, happened_on, deed, _said(words))
    return HazardWorksBegun(number, day, write(WordsKind.NOTE, words))


def offer_accommodation(
    complaint: Complaint, number: int, happened_on: date | None, words: str, *, deed: Deed, write: Write
) -> AccommodationOffered:
    """Return the event; raises Refused without what was offered and what they said to it."""
    hazard = one(complaint.hazards, number)
    day = _checked(hazard, happened_on, deed, _said(words))
    return AccommodationOffered(number, day, write(WordsKind.NOTE, words))


def try_access(
    complaint: Complaint,
    number: int,
    happened_on: date | None,
    how: Tried | None,
    words: str,
    *,
    deed: Deed,
    write: Write,
) -> AccessTried:
    """Return the event; raises Refused without the way that was tried, or its day."""
    hazard = one(complaint.hazards, number)
    day = _checked(hazard, happened_on, deed, () if how is not None else (Gap(HazardWhy.ACCESS_WITHOUT_WAY, "how"),))
    if how is None:
        raise Refused(Gap(HazardWhy.ACCESS_WITHOUT_WAY, "how"))
    return AccessTried(number, day, how, write(WordsKind.NOTE, words) if words.strip() else None)


def _said(words: str) -> tuple[Gap, ...]:
    return () if words.strip() else (Gap(Why.NOT_SAID_HOW, "words"),)


def _checked(hazard: HazardState, day: date | None, deed: Deed, gaps: tuple[Gap, ...]) -> date:
    """Return the day something was done; raises Refused with all that is wrong, the day among it."""
    if day is None:
        raise Refused(*gaps, Gap(HazardWhy.HAZARD_WITHOUT_DAY, "happened_on"))
    if day > deed.on:
        gaps = (*gaps, Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    elif day < hazard.known.on:
        gaps = (*gaps, Gap(HazardWhy.HAZARD_BEFORE_KNOWN, "happened_on"))
    refuse_if(gaps)
    return day


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    return replace(complaint, hazards=changed(complaint.hazards, event.hazard, **_changes(complaint, event)))


def _changes(complaint: Complaint, event: Event) -> dict[str, object]:
    match event:
        case HazardInvestigated(_, happened_on, found, works, _, after):
            return {"investigated_on": happened_on, "found": found, "works": works, "after": after}
        case HazardSummaryWritten(_, _, _, safe_by, _, works_by, letter):
            return {"summary": letter, "safe_promised": safe_by, "works_promised": works_by}
        case HazardMadeSafe(_, happened_on, happened_at, _):
            return {"safe_on": happened_on, "safe_at": happened_at}
        case HazardWorksBegun(_, happened_on, _):
            return {"works_on": happened_on}
        case AccommodationOffered(_, happened_on, _):
            return {"accommodation_on": happened_on}
        case AccessTried(number, _, how, _):
            tries = next((hazard.tries for hazard in complaint.hazards if hazard.number == number), ())
            return {"tries": (*tries, how)}
