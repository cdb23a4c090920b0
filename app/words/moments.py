"""Instants as they are said, by London's clock: "Monday 23 November at 2:05pm"."""

from datetime import datetime

from babel.dates import format_time

from app.domain.deed import LONDON
from app.words.catalogues import N_, catalogue
from app.words.dates import short, spoken, without_weekday
from app.words.languages import locale

AT = N_("%(day)s at %(time)s")
SHORT = N_("%(day)s, %(time)s")


def moment(at: datetime, language: str) -> str:
    """Return "Monday 23 November at 14:05"."""
    there = at.astimezone(LONDON)
    return catalogue(language).gettext(AT) % {"day": spoken(there, language), "time": _time(there, language)}


def moment_with_year(at: datetime, language: str) -> str:
    """Return "23 November 2026 at 14:05"."""
    there = at.astimezone(LONDON)
    return catalogue(language).gettext(AT) % {"day": without_weekday(there, language), "time": _time(there, language)}


def short_moment(at: datetime, language: str) -> str:
    """Return "Mon 23 Nov, 14:05"."""
    there = at.astimezone(LONDON)
    return catalogue(language).gettext(SHORT) % {"day": short(there, language), "time": _time(there, language)}


def _time(there: datetime, language: str) -> str:
    return format_time(there, "HH:mm", locale=locale(language))
