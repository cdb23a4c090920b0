"""A date as the staff's lists show it: the day, and how near it is; or the hour, of what cannot wait for a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.domain.clock.calendar import Calendar
from app.domain.clock.nearness import HoursLeft, When, nearness
from app.domain.deed import LONDON, london_day
from app.store.clock.duty_rows import BY_THE_END
from app.web.languages import language
from app.words.dates import short
from app.words.moments import short_moment
from app.words.say import say

TONES = {When.LATE: "late", When.TODAY: "soon", When.TOMORROW: "soon"}


class Due(NamedTuple):
    """A date beside how near it is."""

    day: str
    near: str
    tone: str


def due(day: date, today: date, calendar: Calendar) -> Due:
    """Return a date in words, by the working days of this calendar."""
    near = nearness(day, today, calendar)
    return Due(short(day, language()), say(near, language()), TONES.get(near.when, "quiet"))


def due_at(when: datetime, at: datetime) -> Due:
    """Return an hour in words, by real hours: none of them waits for a working day."""
    near = HoursLeft.between(at, when)
    return Due(short_moment(when, language()), say(near, language()), "late" if near.late else "soon")


def due_by(day: date, minute: int, at: datetime, calendar: Calendar) -> Due:
    """Return when a duty of the queue is due: by its day, or by a minute of it."""
    if minute >= BY_THE_END:
        return due(day, london_day(at), calendar)
    return due_at(datetime(day.year, day.month, day.day, tzinfo=LONDON) + timedelta(minutes=minute), at)
