"""The dates of one hazard: an emergency by the hour, whatever the day; all else in working days after a day nought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from app.domain.clock.calendar import Calendar, Day
from app.domain.clock.hazard_laws import EMERGENCY_HOURS, OUR_OWN, HazardLaw, HazardTimes, Severity
from app.domain.deed import LONDON, london_day


@dataclass(frozen=True, slots=True)
class Known:
    """When the landlord first knew: the day, and the instant where it is known. It is day nought of every clock."""

    on: Day
    at: datetime | None = None

    @property
    def instant(self) -> datetime:
        """Return the instant to count hours from: of a day alone its first moment in London, the earliest it can be."""
        return self.at or datetime.combine(self.on, time(), LONDON)

    def not_before(self, day: Day) -> Known:
        """Return this, or the day a law began when that is later."""
        return self if self.on >= day else Known(day)


@dataclass(frozen=True, slots=True)
class HazardDates:
    """By when the hazard is to be looked at; in an emergency by when it is also to be safe, to the minute."""

    investigate_by: Day
    safe_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DatesAfter:
    """What follows from the end of the investigation. None: there is no such limit, or nothing of it to do."""

    summary_by: Day | None = None
    safe_by: Day | None = None
    works_by: Day | None = None
    works_at_the_latest: Day | None = None


@dataclass(frozen=True, slots=True)
class HazardClock:
    """How the dates of a hazard are counted. `law` is None where none binds: staff then work to times of our own."""

    law: HazardLaw | None
    calendar: Calendar
    severity: Severity
    known: Known
    investigated_on: Day | None = None

    @property
    def times(self) -> HazardTimes:
        """Return the limits that bind, or our own."""
        return OUR_OWN if self.law is None else self.law.times

    @property
    def hours(self) -> int:
        """Return the real hours in which an emergency is to be made safe."""
        return self.times.emergency_hours or EMERGENCY_HOURS

    @property
    def dates(self) -> HazardDates:
        """Return by when to look and, in an emergency, to make safe; raises UnknownYear."""
        if self.severity is not Severity.EMERGENCY:
            return HazardDates(self.calendar.add_working_days(self.known.on, self.times.investigate))
        # Added to the instant and not to London's clock: a day is 24 real hours in March and October too.
        safe_at = self.known.instant.astimezone(UTC) + timedelta(hours=self.hours)
        return HazardDates(london_day(safe_at), safe_at)

    def after(self, *, found: bool, works: bool) -> DatesAfter:
        """Return what follows from the end of the investigation; nothing before it has ended. Raises UnknownYear."""
        if self.investigated_on is None:
            return DatesAfter()
        times, by_hours = self.times, self.severity is Severity.EMERGENCY
        latest = times.works_at_the_latest
        return DatesAfter(
            self._days(times.summary),
            self._days(times.safe) if found and not by_hours else None,
            self._days(times.works) if works else None,
            self.investigated_on + timedelta(days=latest) if works and latest is not None else None,
        )

    def _days(self, within: int | None) -> Day | None:
        if within is None or self.investigated_on is None:
            return None
        return self.calendar.add_working_days(self.investigated_on, within)
