"""How near a day is, as staff count it: in working days left, or late by; an emergency in real hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Self

from app.domain.clock.calendar import Calendar, UnknownYear, WorkingDays


class When(Enum):
    """On which side of today a day lies; FAR_OFF: in a year whose bank holidays nobody knows yet."""

    LATE = "late"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"
    FAR_OFF = "far_off"


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a day is: the working days left, or those it is late by."""

    when: When
    working_days: WorkingDays = 0


@dataclass(frozen=True, slots=True)
class HoursLeft:
    """How near an instant is, in whole minutes of real time."""

    late: bool
    hours: int
    minutes: int

    @classmethod
    def between(cls, at: datetime, when: datetime) -> Self:
        """Return the real time from one instant to another; it is late once the second has passed."""
        left = int((when.astimezone(UTC) - at.astimezone(UTC)).total_seconds() // 60)
        return cls(left < 0, *divmod(abs(left), 60))


def nearness(day: date, today: date, calendar: Calendar) -> Nearness:
    """Return how near a day is, in working days of this calendar."""
    if day == today:
        return Nearness(When.TODAY)
    if day == today + timedelta(days=1):
        return Nearness(When.TOMORROW, 1)
    try:
        between = calendar.working_days_between(today, day)
    except UnknownYear:
        return Nearness(When.FAR_OFF if day > today else When.LATE)
    return Nearness(When.LATER, between) if day > today else Nearness(When.LATE, -between)
