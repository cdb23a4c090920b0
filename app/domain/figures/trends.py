"""What came in a period and in those before it, side by side (HP1, HP6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import Line
from app.domain.figures.periods import Period

PERIODS = 3
"""How many stand in a trend, with the one that a report is of."""


@dataclass(frozen=True, slots=True)
class Begun:
    """So many stages that began in a period: `back` is 0 for the one a report is of, 1 for the one before it."""

    back: int
    stage: int
    count: int


def periods(period: Period) -> tuple[Period, ...]:
    """Return a period and those before it that a trend shows, the newest first."""
    found = [period]
    while len(found) < PERIODS:
        found.append(found[-1].before)
    return tuple(found)


def trend(period: Period, begun: Sequence[Begun]) -> tuple[Line, ...]:
    """Return a line for each period in which anything began, the oldest first: of the others nobody kept anything."""
    lines = []
    for back, each in reversed(list(enumerate(periods(period)))):
        one, two = (_count(begun, back, stage) for stage in Stage)
        if one + two:
            lines.append(Line(named(each.first.isoformat(), each.last.isoformat()), one, two, one + two))
    return tuple(lines)


def named(first: str, last: str) -> str:
    """Return a period in one word, as ISO 8601 writes one."""
    return f"{first}/{last}"


def _count(begun: Sequence[Begun], back: int, stage: Stage) -> int:
    return sum(each.count for each in begun if each.back == back and each.stage == stage)
