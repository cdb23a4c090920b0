"""A date as the staff's lists show it: the day, and how near it is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.domain.clock.calendar import Calendar
from app.domain.clock.nearness import When, nearness
from app.web.languages import language
from app.words.dates import short
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
