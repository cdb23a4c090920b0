"""New points as they stand: what was raised after the complaint came in, and what was done with it (6.8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.refused import Refused, Why
from app.domain.said import Said


class About(Enum):
    """What a new point is about, as the handler reads it."""

    HANDLING = "handling"
    RELATED = "related"
    UNRELATED = "unrelated"


class Course(Enum):
    """What becomes of a new point. OMBUDSMAN: we have given our final word on how we handled this complaint."""

    JOINS = "joins"
    APART = "apart"
    STAGE_2 = "stage_2"
    OMBUDSMAN = "ombudsman"


class Because(Enum):
    """Why the rule gives that course."""

    RELATED = "related"
    HANDLING = "handling"
    ANSWERED = "answered"
    UNRELATED = "unrelated"
    WOULD_DELAY = "would_delay"
    NOT_RUNNING = "not_running"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rule gives, and why."""

    course: Course
    because: Because


@dataclass(frozen=True, slots=True)
class NewPointState:
    """One new point. `party` is who raised it on their page, None where staff wrote it down.

    `reference` is the complaint that it became, if it became one; `placed`: it stands in a definition of this one.
    """

    number: int
    party: int | None
    said: Said
    raised_on: date
    decide_by: date
    ruling: Ruling | None = None
    reference: str = ""
    placed: bool = False

    @property
    def waits(self) -> bool:
        """Return whether nobody has decided yet what becomes of it."""
        return self.ruling is None

    @property
    def to_place(self) -> bool:
        """Return whether the next definition must have it."""
        joins = self.ruling is not None and self.ruling.course in (Course.JOINS, Course.STAGE_2)
        return joins and not self.placed


def waiting(points: Iterable[NewPointState], number: int) -> NewPointState:
    """Return a point that waits to be decided; raises Refused when none of this number does (6.8)."""
    for point in points:
        if point.number == number and point.waits:
            return point
    raise Refused(Why.NEW_POINT_NOT_WAITING)


def placed(points: Iterable[NewPointState]) -> tuple[NewPointState, ...]:
    """Return the points once a definition was written: those that had to be in it are."""
    return tuple(replace(point, placed=True) if point.to_place else point for point in points)
