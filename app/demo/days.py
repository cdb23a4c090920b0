"""Days as the stories tell them: working days before today, at ten in the morning in London, never later than now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.clock.calendar import Calendar
from app.domain.deed import LONDON, Actor, Deed


@dataclass(frozen=True, slots=True)
class Days:
    """Now, which day that is, and the calendar by which the days before it are counted."""

    now: datetime
    today: date
    calendar: Calendar

    def ago(self, working_days: int) -> date:
        """Return the day so many working days before today; below nought, after it."""
        if working_days <= 0:
            return self.calendar.add_working_days(self.today, -working_days)
        count = self.calendar
        day = self.today
        while count.working_days_between(day, self.today) < working_days or not count.is_working_day(day):
            day -= timedelta(days=1)
        return day

    def deed(self, working_days: int, by: str, key: str | None = None) -> Deed:
        """Return something done on that day by somebody."""
        at = datetime.combine(self.ago(working_days), time(10), LONDON)
        return Deed(Actor.parse(by), min(at, self.now), key=key)
