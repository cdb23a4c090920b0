"""The packs that go round: each week what is open, each month and each quarter how it went (9.3 to 9.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from app.domain.clock.profiles import Stage
from app.domain.figures.documents import Document
from app.domain.figures.periods import DAY, Period, quarter_of

WEEK = timedelta(weeks=1)
AGES = (2, 4, 8)
"""Weeks at which it is told apart how long a stage has been open."""


class Pack(Enum):
    """What goes round, by how often."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Due(Enum):
    """How near the answer of an open stage is; SOON: in the week that begins on the day itself."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Open:
    """So many open stages that are alike; `age` is how many of AGES they are past, `handler` who has them in hand."""

    stage: int
    due: Due
    age: int
    theme: str | None
    handler: str | None
    count: int


def period_of(pack: Pack, on: date) -> Period:
    """Return the last whole week from Monday, month or quarter before a day: what a pack made on it is of."""
    if pack is Pack.WEEKLY:
        monday = on - timedelta(days=on.weekday())
        return Period(monday - WEEK, monday - DAY)
    if pack is Pack.MONTHLY:
        last = on.replace(day=1) - DAY
        return Period(last.replace(day=1), last)
    return quarter_of(quarter_of(on).first - DAY)


def live(some: Iterable[Open], oldest: date | None, on: date) -> Document:
    """Return what is open on a day: by stage, by who has it, by theme, by how long; None is unknown."""
    found = list(some)
    return {
        "on": on.isoformat(),
        "oldest_began_on": None if oldest is None else oldest.isoformat(),
        "stages": {str(int(stage)): _counts([each for each in found if each.stage == stage]) for stage in Stage},
        "handlers": _lines(found, lambda each: each.handler),
        "themes": _lines(found, lambda each: each.theme),
        "ages": [_counts([each for each in found if each.age == age]) for age in range(len(AGES) + 1)],
    }


def _lines(some: list[Open], of: Callable[[Open], str | None]) -> list[dict[str, Any]]:
    """Return a line for each label, that with the most late first."""
    labels = {of(each) for each in some}
    lines = [{"label": label} | _counts([each for each in some if of(each) == label]) for label in labels]
    return sorted(lines, key=lambda line: (-line["late"], -line["open"], line["label"] is None, line["label"] or ""))


def _counts(some: list[Open]) -> dict[str, Any]:
    by_due = {due: sum(each.count for each in some if each.due is due) for due in Due}
    return {"open": sum(by_due.values())} | {due.value: count for due, count in by_due.items()}
