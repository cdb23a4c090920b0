"""What a period is called: "2023/24" where it is a year of the measures, "April to June 2026", else by its days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from app.domain.figures.periods import APRIL, MONTHS_OF_A_YEAR, Period
from app.words.catalogues import catalogue
from app.words.dates import month, without_weekday
from app.words.languages import locale

CENTURY = 100


def period_of(said: Mapping[str, str]) -> Period:
    """Return a period as a document has it."""
    return Period(date.fromisoformat(said["from"]), date.fromisoformat(said["to"]))


@lru_cache(maxsize=256)
def called(period: Period, language: str) -> str:
    """Return what a table's head calls a period."""
    words, months = catalogue(language), _whole_months(period)
    if months == MONTHS_OF_A_YEAR and period.first.month == APRIL:
        return f"{period.first.year}/{period.last.year % CENTURY:02}"
    if months == MONTHS_OF_A_YEAR and period.first.month == 1:
        return str(period.first.year)
    if months == 1:
        return month(period.first, language)
    if months and period.first.year == period.last.year:
        first = format_date(period.first, "LLLL", locale(language))
        return words.gettext("%(first)s to %(last)s") % {"first": first, "last": month(period.last, language)}
    say = month if months else without_weekday
    return words.gettext("%(first)s to %(last)s") % {
        "first": say(period.first, language),
        "last": say(period.last, language),
    }


def _whole_months(period: Period) -> int:
    """Return how many months a period is, 0 where it is not whole ones."""
    after = date.fromordinal(period.last.toordinal() + 1)
    if period.first.day != 1 or after.day != 1:
        return 0
    return (after.year - period.first.year) * MONTHS_OF_A_YEAR + after.month - period.first.month
