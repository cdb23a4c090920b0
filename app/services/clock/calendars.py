"""Fill the nations' calendars with their bank holidays, and find the one to count by."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.adapters.holidays import bank_holidays
from app.domain.clock.calendar import Calendar
from app.store.clock import calendars

FIRST_YEAR = 2012  # where gov.uk's own lists begin
YEARS_AHEAD = 5


def years_to_know(today: date) -> range:
    """Return the years every database should know: from the first to five ahead of today."""
    return range(FIRST_YEAR, today.year + YEARS_AHEAD + 1)


def seed(session: Session, years: Iterable[int]) -> int:
    """Add the bank holidays of these years that are not known yet; returns how many, and replaces none."""
    found = ((holiday.calendar, holiday.day, holiday.name) for holiday in bank_holidays(years))
    return calendars.add(session, found)


def find(session: Session, name: str, today: date) -> Calendar:
    """Return the calendar the database holds, or while it has no table yet the one `seed` would fill."""
    if calendars.exists(session):
        return calendars.load(session, name)
    years = years_to_know(today)
    days = frozenset(holiday.day for holiday in bank_holidays(years) if holiday.calendar == name)
    return Calendar(name, days, frozenset(years))
