"""A danger in a home as it stands: what folding its events leaves, and what is still to be done about it, by when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from app.domain.clock.calendar import Day
from app.domain.clock.hazard_clock import DatesAfter, HazardDates, Known
from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure, law_named
from app.domain.clock.whys import HazardWhy
from app.domain.deed import london_day
from app.domain.refused import Refused
from app.domain.said import Said


class KnownFrom(Enum):
    """How the landlord first knew of it (ruling 22)."""

    COMPLAINT = "complaint"
    EARLIER_REPORT = "earlier_report"
    CHANGE = "change"


class AtHome(Enum):
    """Who lives there that it could harm more."""

    UNDER_5 = "under_5"
    OVER_65 = "over_65"
    PREGNANT = "pregnant"
    ILL_OR_DISABLED = "ill_or_disabled"


class Tried(Enum):
    """How somebody tried to get in, or to agree a time."""

    VISIT = "visit"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"


class HazardStep(Enum):
    """One thing to be done about a hazard, in the order of the law."""

    ASSESS = "assess"
    INVESTIGATE = "investigate"
    SUMMARY = "summary"
    SAFE = "safe"
    WORKS = "works"


NOTHING_AFTER = DatesAfter()


@dataclass(frozen=True, slots=True)
class Assessment:
    """What staff found when they weighed it: how serious, for whom, in what kind of home, and why."""

    severity: Severity
    tenure: Tenure
    at_home: tuple[AtHome, ...]
    said: Said
    by: int


@dataclass(frozen=True, slots=True)
class ToDo:
    """A step with its last day; `at` is the very instant, of an emergency."""

    step: HazardStep
    by: Day
    at: datetime | None = None

    def is_late(self, at: datetime) -> bool:
        """Return whether its time has passed at an instant."""
        return at > self.at if self.at is not None else london_day(at) > self.by


@dataclass(frozen=True, slots=True)
class Miss:
    """A step whose day has passed with nothing done."""

    step: HazardStep
    on: date


@dataclass(frozen=True, slots=True)
class HazardState:
    """One hazard. `law` is the name of the law that binds, none: empty. `summary` is its letter, 0 until written."""

    number: int
    kinds: tuple[HazardKind, ...]
    source: KnownFrom
    known: Known
    said: Said | None
    severity: Severity
    law: str
    dates: HazardDates
    assess_by: Day
    tenure: Tenure = Tenure.UNKNOWN
    at_home: tuple[AtHome, ...] = ()
    reasons: Said | None = None
    assessed: bool = False
    proposed: Assessment | None = None
    investigated_on: Day | None = None
    found: bool = True
    works: bool = False
    after: DatesAfter = NOTHING_AFTER
    summary: int = 0
    safe_promised: Day | None = None
    works_promised: Day | None = None
    safe_on: Day | None = None
    safe_at: datetime | None = None
    works_on: Day | None = None
    accommodation_on: Day | None = None
    tries: tuple[Tried, ...] = ()
    misses: tuple[Miss, ...] = ()
    told_of: tuple[HazardStep, ...] = ()
    missed_safe_on: date | None = None

    @property
    def is_one(self) -> bool:
        """Return whether it still counts as a hazard: not once it was weighed, or looked at, and found to be none."""
        return self.severity is not Severity.NEITHER and self.found

    @property
    def missed(self) -> tuple[HazardStep, ...]:
        """Return the steps that were missed."""
        return tuple(each.step for each in self.misses)

    @property
    def to_tell(self) -> tuple[Miss, ...]:
        """Return what was missed of the law's own times, and the resident was not told in writing yet."""
        of_the_law = (each for each in self.misses if self.law and each.step is not HazardStep.ASSESS)
        return tuple(each for each in of_the_law if each.step not in self.told_of)

    @property
    def works_due(self) -> Day | None:
        """Return by when works begin: the day we gave, and never after the law's last one."""
        promised, last = self.works_promised or self.after.works_by, self.after.works_at_the_latest
        return promised if promised is None or last is None else min(promised, last)

    @property
    def rehouses(self) -> bool:
        """Return whether its people must be offered somewhere else to stay when it is not made safe in time."""
        law = law_named(self.law)
        return law is not None and law.times.rehouse

    @property
    def needs_somewhere_else(self) -> bool:
        """Return whether its people are still to be offered somewhere else: it was not made safe in time."""
        late = self.missed_safe_on is not None and self.safe_on is None
        return late and self.rehouses and self.is_one and self.accommodation_on is None


def one(hazards: Collection[HazardState], number: int) -> HazardState:
    """Return a hazard; raises Refused when none has that number (ruling 22)."""
    for hazard in hazards:
        if hazard.number == number:
            return hazard
    raise Refused(HazardWhy.NO_SUCH_HAZARD)


def changed(hazards: Collection[HazardState], number: int, **changes: object) -> tuple[HazardState, ...]:
    """Return the hazards with fields of one replaced; where there is no such one, as they were."""
    return tuple(
        replace(hazard, **changes) if hazard.number == number else hazard  # type: ignore[arg-type]
        for hazard in hazards
    )


def to_do(hazard: HazardState, gone: Collection[int]) -> tuple[ToDo, ...]:
    """Return what is still to be done about it; `gone` are the letters that have reached the person (ruling 8)."""
    return () if hazard.severity is Severity.NEITHER else tuple(_steps(hazard, hazard.summary in gone))


def _steps(hazard: HazardState, summary_gone: bool) -> Iterator[ToDo]:
    dates, after = hazard.dates, hazard.after
    if not hazard.assessed:
        yield ToDo(HazardStep.ASSESS, hazard.assess_by)
    if hazard.investigated_on is None:
        yield ToDo(HazardStep.INVESTIGATE, dates.investigate_by, dates.safe_at)
    if after.summary_by is not None and not summary_gone:
        yield ToDo(HazardStep.SUMMARY, after.summary_by)
    if not hazard.found:
        return
    if hazard.safe_on is None and dates.safe_at is not None:
        yield ToDo(HazardStep.SAFE, dates.investigate_by, dates.safe_at)
    elif hazard.safe_on is None and after.safe_by is not None:
        yield ToDo(HazardStep.SAFE, after.safe_by)
    if hazard.works_on is None and after.works_by is not None and hazard.works_due is not None:
        yield ToDo(HazardStep.WORKS, hazard.works_due)
