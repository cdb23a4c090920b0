"""How each date of a clock came about: what it was counted from, and which bank holidays did not count."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.clock.calendar import Day, WorkingDays
from app.domain.clock.deadlines import Clock
from app.domain.clock.hazard_clock import HazardClock
from app.domain.clock.profiles import RespondFrom


class Start(Enum):
    """What the day is that a count begins after."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    LAST_DAY_TO_ACKNOWLEDGE = "last_day_to_acknowledge"
    FIRST_DUE = "first_due"
    KNOWN = "known"
    INVESTIGATED = "investigated"


class End(Enum):
    """What the day is that a count arrives at."""

    ACKNOWLEDGE_BY = "acknowledge_by"
    DUE = "due"
    DUE_AS_IF_ON_TIME = "due_as_if_on_time"
    LATEST_WITH_MORE_TIME = "latest_with_more_time"
    INVESTIGATE_BY = "investigate_by"
    SUM_UP_BY = "sum_up_by"
    SAFE_BY = "safe_by"
    WORKS_BY = "works_by"
    WORKS_AT_THE_LATEST = "works_at_the_latest"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many working days from one day to another, and the weekdays between them that did not count."""

    start: Start
    start_day: Day
    days: WorkingDays
    not_counted: tuple[Day, ...]
    end: End
    end_day: Day


@dataclass(frozen=True, slots=True)
class Moved:
    """The resident was told of a new date; too late, it did not move the first one (6.4)."""

    told_on: Day
    first_due: Day
    new_date: Day
    in_time: bool


@dataclass(frozen=True, slots=True)
class CountedHours:
    """So many real hours from one instant to another: nights, weekends and bank holidays count."""

    start_at: datetime
    hours: int
    end_at: datetime


@dataclass(frozen=True, slots=True)
class CountedDays:
    """So many calendar days from one day to another: all of them count."""

    start: Start
    start_day: Day
    days: int
    end: End
    end_day: Day


Step = Counted | Moved | CountedHours | CountedDays


def explain(clock: Clock) -> tuple[Step, ...]:
    """Return how each date of the clock came about, in the order it is told; raises UnknownYear."""
    return tuple(_steps(clock))


def explain_hazard(clock: HazardClock, *, found: bool = True, works: bool = True) -> tuple[Step, ...]:
    """Return how each date of a hazard came about, in the order it is told; raises UnknownYear.

    What was `found`, and whether `works` must follow, decide what comes after the investigation.
    """
    return tuple(_hazard_steps(clock, found, works))


def _hazard_steps(clock: HazardClock, found: bool, works: bool) -> Iterator[Step]:
    times, dates = clock.times, clock.dates
    if dates.safe_at is not None:
        yield CountedHours(clock.known.instant, clock.hours, dates.safe_at)
    else:
        yield _counted(
            clock, (Start.KNOWN, clock.known.on), times.investigate, End.INVESTIGATE_BY, dates.investigate_by
        )
    if clock.investigated_on is None:
        return
    ended, after = (Start.INVESTIGATED, clock.investigated_on), clock.after(found=found, works=works)
    for within, end, day in (
        (times.summary, End.SUM_UP_BY, after.summary_by),
        (times.safe, End.SAFE_BY, after.safe_by),
        (times.works, End.WORKS_BY, after.works_by),
    ):
        if within is not None and day is not None:
            yield _counted(clock, ended, within, end, day)
    if after.works_at_the_latest is not None and times.works_at_the_latest is not None:
        yield CountedDays(*ended, times.works_at_the_latest, End.WORKS_AT_THE_LATEST, after.works_at_the_latest)


def _counted(clock: HazardClock, start: tuple[Start, Day], days: WorkingDays, end: End, end_day: Day) -> Counted:
    return Counted(*start, days, clock.calendar.holidays_between(start[1], end_day), end, end_day)


def _steps(clock: Clock) -> Iterator[Step]:
    times = clock.terms.times(clock.stage)
    received = Start.RECEIVED, clock.received
    if times.acknowledge_within is not None:
        yield _count(clock, received, times.acknowledge_within, End.ACKNOWLEDGE_BY)
    if times.respond_from is RespondFrom.RECEIPT:
        yield _count(clock, received, times.respond_within, End.DUE)
    else:
        yield from _from_acknowledgement(clock, times.respond_within)
    if clock.extended_to is not None and clock.told_on is not None:
        yield Moved(clock.told_on, clock.first_due, clock.extended_to, clock.told_in_time)
    if times.extend_by_at_most is not None:
        first_due = Start.FIRST_DUE, clock.first_due
        yield _count(clock, first_due, times.extend_by_at_most, End.LATEST_WITH_MORE_TIME)


def _from_acknowledgement(clock: Clock, days: WorkingDays) -> Iterator[Counted]:
    last_day = Start.LAST_DAY_TO_ACKNOWLEDGE, clock.acknowledge_by or clock.received
    if clock.acknowledged is None:
        yield _count(clock, last_day, days, End.DUE)
        return
    yield _count(clock, (Start.ACKNOWLEDGED, clock.acknowledged), days, End.DUE)
    if clock.acknowledged_late:
        yield _count(clock, last_day, days, End.DUE_AS_IF_ON_TIME)


def _count(clock: Clock, start: tuple[Start, Day], days: WorkingDays, end: End) -> Counted:
    calendar = clock.terms.calendar
    end_day = calendar.add_working_days(start[1], days)
    return Counted(*start, days, calendar.holidays_between(start[1], end_day), end, end_day)
