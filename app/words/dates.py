"""Dates as they are said: "Wednesday 23 December", "Wed 23 Dec", "25 and 28 Dec and 1 Jan".

A list says the same few days again and again, and Babel thinks long about each: they are remembered.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import groupby

from babel.dates import format_date
from babel.lists import format_list

from app.words.languages import locale


@lru_cache(maxsize=1024)
def spoken(day: date, language: str) -> str:
    """Return "Wednesday 23 December"."""
    return format_date(day, "EEEE d MMMM", locale(language))


@lru_cache(maxsize=1024)
def in_full(day: date, language: str) -> str:
    """Return "Wednesday 23 December 2026", for what is read long after."""
    return format_date(day, "EEEE d MMMM y", locale(language))


@lru_cache(maxsize=1024)
def without_weekday(day: date, language: str) -> str:
    """Return "23 December 2026", for a day that only bounds a time."""
    return format_date(day, "d MMMM y", locale(language))


@lru_cache(maxsize=1024)
def short(day: date, language: str) -> str:
    """Return "Wed 23 Dec"."""
    return format_date(day, "EEE d MMM", locale(language))


@lru_cache(maxsize=1024)
def short_with_year(day: date, language: str) -> str:
    """Return "Wed 23 Dec 2026"."""
    return format_date(day, "EEE d MMM y", locale(language))


@lru_cache(maxsize=256)
def month(day: date, language: str) -> str:
    """Return "December 2026", of any day in it."""
    return format_date(day, "LLLL y", locale(language))


def listed(days: Iterable[date], language: str) -> str:
    """Return "25 and 28 Dec and 1 Jan": the month is said once."""
    months = groupby(sorted(days), key=lambda day: (day.year, day.month))
    return format_list([_in_one_month(list(found), language) for _, found in months], locale=locale(language))


def _in_one_month(days: list[date], language: str) -> str:
    *before, last = days
    said = [str(day.day) for day in before] + [format_date(last, "d MMM", locale(language))]
    return format_list(said, locale=locale(language))
