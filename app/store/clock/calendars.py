"""The bank holidays of each nation's calendar."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sqlalchemy import Date, Text, bindparam, cast, func, insert, inspect, select
from sqlalchemy.orm import Mapped, Session

from app.domain.clock.calendar import Calendar
from app.store.schema import Base, Kind, kept


class HolidayRow(Base, kind=Kind.REFERENCE):
    __tablename__ = "holiday"

    calendar: Mapped[str] = kept(primary_key=True, personal=None)
    day: Mapped[date] = kept(Date, primary_key=True, personal=None)
    name: Mapped[str] = kept(personal=None)


Holiday = tuple[str, date, str]
"""A calendar, a day and what the day is called."""


def exists(session: Session) -> bool:
    """Whether the table is there: before the first migration it is not."""
    return inspect(session.connection()).has_table(HolidayRow.__tablename__)


def load(session: Session, name: str) -> Calendar:
    """The calendar of this name; one nobody has filled knows no year."""
    return _calendar(name, session.execute(_DAYS, {"name": name}).scalar_one() or "")


def add(session: Session, holidays: Iterable[Holiday]) -> int:
    """Keep the holidays not kept yet and leave the others alone; how many were new."""
    known = {tuple(row) for row in session.execute(select(HolidayRow.calendar, HolidayRow.day))}
    new = [
        {"calendar": calendar, "day": day, "name": name}
        for calendar, day, name in holidays
        if (calendar, day) not in known
    ]
    if new:
        session.execute(insert(HolidayRow), new)
    return len(new)


# Asked for on every page of a case: all days in one text, and by that text found again, so that it is never stale.
_HOLIDAY = HolidayRow.__table__.c
_DAYS = select(func.aggregate_strings(cast(_HOLIDAY.day, Text), " ")).where(_HOLIDAY.calendar == bindparam("name"))


@lru_cache(maxsize=16)
def _calendar(name: str, days: str) -> Calendar:
    holidays = frozenset(map(date.fromisoformat, days.split()))
    return Calendar(name, holidays, frozenset(day.year for day in holidays))
