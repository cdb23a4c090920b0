"""How long what is held about people is kept, and from which day on it is to be erased (UK GDPR, article 5(1)(e))."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

Moment = TypeVar("Moment", date, datetime)


@dataclass(frozen=True, slots=True)
class Keep:
    """How long personal data is kept: so many years and days after something has happened.

    `since` names the column beside it that says when that was: its rows go by themselves. `with_case` is erased with
    the case it belongs to. Neither: it lasts until it is replaced.
    """

    years: int
    after: str
    days: int = 0
    since: str = ""
    with_case: bool = False

    def is_over(self, happened_on: date, on: date) -> bool:
        """Return whether what happened on a day has been kept for as long as it may be, as of another day."""
        return happened_on <= self.last_day(on)

    def last_day(self, on: date) -> date:
        """Return the day that as of `on` has served its time, with all the days before it."""
        return _years_before(on, self.years) - timedelta(days=self.days)

    def last_instant(self, at: datetime) -> datetime:
        """Return the instant that as of `at` has served its time, with everything before it."""
        return _years_before(at, self.years) - timedelta(days=self.days)

    def last_year(self, on: date) -> int:
        """Return the year that as of a day has served its time: the years kept are whole ones, after its end."""
        return on.year - self.years - 1


def _years_before(when: Moment, years: int) -> Moment:
    """Return the same day so many years before: of 29 February, the last of the month."""
    year = when.year - years
    return when.replace(year=year, day=min(when.day, monthrange(year, when.month)[1]))
