"""A colleague's part of an answer as it stands: asked for by a day, given or not (5.12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.said import Said

LOOK_AHEAD = timedelta(days=7)
"""No two working days lie further apart: what is due later is not yet to be reminded of."""


class Reminder(Enum):
    """When somebody is reminded of their part: once before its day, and once after (5.12)."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ContributionState:
    """What somebody of the staff was asked for towards the answer of a stage, and what they gave."""

    number: int
    staff: int
    stage: Stage
    asked: Said
    due_on: date
    given: Said | None = None
    given_on: date | None = None
    reminded: frozenset[Reminder] = frozenset()
    reminded_on: date | None = None
