"""When figures are counted before anybody asks for them: of the times with a name, where counting is slow (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import product
from typing import NamedTuple

from app.domain.figures.periods import Basis, Period, named_on

SLOW = 1_000
"""From how many stages on: fewer are counted in half the time that a page may take, and are never old."""
AT_MOST_EVERY = timedelta(minutes=1)
RESTS = 40
"""How often as long as it took to count them figures are left alone: all eight take a fifth of a processor."""
LEASE = timedelta(minutes=10)
"""Longer than the slowest counting: what a worker has not counted by then, another does."""
HOLDS = timedelta(hours=1)
"""So long after anybody last looked whether they are still right figures are shown, and then counted when asked for."""


class Place(NamedTuple):
    """Which figures: of a time, by a basis."""

    period: Period
    basis: Basis


class Standing(NamedTuple):
    """How it stands with figures that are kept: from what they were counted, and when to look at them again."""

    mark: str
    looked_at: datetime
    look_at: datetime


class Work(NamedTuple):
    """What is to be done about kept figures: forget some, note that some still hold, and count one anew."""

    forget: tuple[Place, ...] = ()
    hold: tuple[Place, ...] = ()
    anew: Place | None = None


def places(today: date) -> tuple[Place, ...]:
    """Return the figures that somebody finds by a name on this day, those that a page begins with first."""
    return tuple(Place(*each) for each in product(named_on(today).values(), Basis))


def is_due(kept: Mapping[Place, Standing], wanted: tuple[Place, ...], at: datetime) -> bool:
    """Return whether there may be anything to do: else nobody need learn what changed."""
    return set(kept) != set(wanted) or any(each.look_at <= at for each in kept.values())


def work(kept: Mapping[Place, Standing], wanted: tuple[Place, ...], mark: str, at: datetime) -> Work:
    """Return what is to be done now that `mark` is what figures are counted from: what nobody counted comes first."""
    due = [each for each in wanted if each in kept and kept[each].look_at <= at]
    changed = sorted((each for each in due if kept[each].mark != mark), key=lambda each: kept[each].looked_at)
    waiting = [*(each for each in wanted if each not in kept), *changed]
    return Work(
        tuple(each for each in kept if each not in wanted),
        tuple(each for each in due if kept[each].mark == mark),
        waiting[0] if waiting else None,
    )


def again_after(took: timedelta) -> timedelta:
    """Return how long figures are left alone that took so long to count."""
    return max(AT_MOST_EVERY, took * RESTS)


def holds(looked_at: datetime, at: datetime) -> bool:
    """Return whether figures may be shown of which somebody looked then whether they were right."""
    return at < looked_at + HOLDS
