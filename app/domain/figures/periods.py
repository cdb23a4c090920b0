"""Of which time figures are: a period, its quarters from its first day, and the one before it (8.1, 9.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.case.signposts import months_after

QUARTERS_OF_A_YEAR = 4
MONTHS_OF_A_QUARTER = 3
MONTHS_OF_A_YEAR = 12
APRIL = 4
DAY = timedelta(days=1)


class Basis(Enum):
    """Which cases are of a period: those begun in it, or whatever fell due or was issued in it."""

    RECEIVED = "received"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Period:
    """From one day up to and with another."""

    first: date
    last: date

    @property
    def quarters(self) -> tuple[Period, ...]:
        """Return its quarters, of three months from its first day: at most four, the last with all that is left."""
        starts = [months_after(self.first, MONTHS_OF_A_QUARTER * number) for number in range(QUARTERS_OF_A_YEAR)]
        begun = [start for start in starts if start <= self.last]
        ends = [start - DAY for start in begun[1:]]
        return tuple(Period(first, last) for first, last in zip(begun, (*ends, self.last), strict=True))

    @property
    def before(self) -> Period:
        """Return the period just before it: as many months where it is whole months, else as many days."""
        after = self.last + DAY
        for months in range(1, MONTHS_OF_A_YEAR + 1):
            if months_after(self.first, months) == after:
                return Period(months_after(self.first, -months), self.first - DAY)
        return Period(self.first - (after - self.first), self.first - DAY)


def named(first: date, last: date) -> Period | None:
    """Return the period of two days, None where it would end before it begins."""
    return Period(first, last) if first <= last else None


def year_of(day: date) -> Period:
    """Return the year of the regulator's measures that a day is in: from 1 April to 31 March."""
    first = date(day.year if day.month >= APRIL else day.year - 1, APRIL, 1)
    return Period(first, months_after(first, MONTHS_OF_A_YEAR) - DAY)


def quarter_of(day: date) -> Period:
    """Return the quarter of such a year that a day is in."""
    return next(each for each in year_of(day).quarters if each.first <= day <= each.last)


def named_on(day: date) -> dict[str, Period]:
    """Return the periods that have a name on a day, by that name."""
    year, quarter = year_of(day), quarter_of(day)
    return {"this_year": year, "last_year": year.before, "this_quarter": quarter, "last_quarter": quarter.before}
