"""Working days: Monday to Friday less the bank holidays of one nation. The day of the event is day nought."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import count
from typing import TypeAlias

Day: TypeAlias = date
WorkingDays: TypeAlias = int

SATURDAY = 5


class UnknownYear(LookupError):
    """A day was asked for in a year whose bank holidays this calendar has not been told."""

    def __init__(self, year: int, calendar: str) -> None:
        super().__init__(year, calendar)
        self.year = year
        self.calendar = calendar


@dataclass(frozen=True)
class Calendar:
    """The bank holidays of `years`, and the counting of working days between them."""

    name: str
    holidays: frozenset[Day]
    years: frozenset[int]

    def is_working_day(self, day: Day) -> bool:
        """Return whether the day is a weekday and no bank holiday; raises UnknownYear."""
        self._know(day.year)
        return self._is_working_day(day)

    def add_working_days(self, day: Day, n: WorkingDays) -> Day:
        """Return the `n`th working day after `day`, which is itself day nought; raises UnknownYear."""
        if n < 0:
            raise ValueError(n)
        if n == 0:
            return day
        try:
            found = self._working_days[self._working_days_until[day] + n - 1]
        except KeyError:
            raise UnknownYear(day.year, self.name) from None
        except IndexError:
            raise UnknownYear(self._first_unknown_year_after(day.year), self.name) from None
        if found.year != day.year:
            self._know_all(day.year, found.year)
        return found

    def working_days_between(self, start: Day, end: Day) -> WorkingDays:
        """Return the working days after `start` up to and with `end`; raises UnknownYear.

        Below nought when `end` came first.
        """
        self._know_all(min(start, end).year, max(start, end).year)
        return self._working_days_until[end] - self._working_days_until[start]

    def holidays_between(self, start: Day, end: Day) -> tuple[Day, ...]:
        """Return the weekdays after `start` up to and with `end` that do not count, being bank holidays."""
        found = self._weekday_holidays
        return found[bisect_right(found, start) : bisect_right(found, end)]

    def _is_working_day(self, day: Day) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def _know(self, year: int) -> None:
        if year not in self.years:
            raise UnknownYear(year, self.name)

    def _know_all(self, first: int, last: int) -> None:
        for year in range(first, last + 1):
            self._know(year)

    def _first_unknown_year_after(self, year: int) -> int:
        return next(later for later in count(year + 1) if later not in self.years)

    def _days(self) -> Iterator[Day]:
        for year in sorted(self.years):
            day = date(year, 1, 1)
            while day.year == year:
                yield day
                day += timedelta(days=1)

    @cached_property
    def _weekday_holidays(self) -> tuple[Day, ...]:
        return tuple(day for day in sorted(self.holidays) if day.weekday() < SATURDAY)

    # The tables are walked once, and counting is then one look-up in each: imports date thousands of cases.
    @cached_property
    def _working_days(self) -> tuple[Day, ...]:
        return tuple(day for day in self._days() if self._is_working_day(day))

    @cached_property
    def _working_days_until(self) -> dict[Day, WorkingDays]:
        until: dict[Day, WorkingDays] = {}
        counted = 0
        for day in self._days():
            counted += self._is_working_day(day)
            until[day] = counted
        return until
