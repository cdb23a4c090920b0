"""What is left in the hand of a safeguarding concern (ruling 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.said import Said


class Whom(Enum):
    """Who was told of a concern."""

    LEAD = "lead"
    ADULTS = "adults"
    CHILDREN = "children"
    POLICE = "police"
    AMBULANCE = "ambulance"
    OTHER = "other"


class ConcernOutcome(Enum):
    """What became of a concern."""

    TAKEN_ON = "taken_on"
    SAFE_NOW = "safe_now"
    NO_CONCERN = "no_concern"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody was told: who, their name and what they said, on which day, and under which reference of theirs."""

    whom: Whom
    said: Said
    on: date
    reference: Said | None


@dataclass(frozen=True, slots=True)
class ConcernState:
    """One concern: what was seen or heard, who was told, and what became of it."""

    number: int
    said: Said
    raised_on: date
    by: int | None
    told: tuple[Telling, ...] = ()
    outcome: ConcernOutcome | None = None
    outcome_said: Said | None = None
    closed_on: date | None = None
