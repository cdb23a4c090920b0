"""Guidance on sums of money as dated data (7.4): the Ombudsman's fixed sums, and the landlord's own beside them.

A later guidance is one more row with its day. What of it has not been published is not made up: the landlord fills it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from app.domain.clock.calendar import Day
from app.domain.clock.profiles import Nation

Pence = int


class Head(Enum):
    """What money is offered for (a head of loss)."""

    MONEY_LOST = "money_lost"
    MONEY_LOST_ABOUT = "money_lost_about"
    SERVICE_LOST = "service_lost"
    ROOM_LOST = "room_lost"
    APPOINTMENT = "appointment"
    DISTRESS = "distress"
    TROUBLE = "trouble"
    HANDLING = "handling"


class Per(Enum):
    """What a sum is for: once, or for each day, week or time."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class GuideSum:
    """What the guidance says of one thing: from `least` to `most` pence; a fixed sum where they are the same.

    `name` is what the landlord calls its own; those of the Ombudsman are named in app/words.
    """

    key: str
    head: Head
    per: Per
    least: Pence
    most: Pence
    valid_from: Day
    name: str = ""
    retired: bool = False

    def band(self, times: int) -> tuple[Pence, Pence]:
        """Return the least and the most for so many days, weeks or times."""
        often = 1 if self.per is Per.ONCE else times
        return self.least * often, self.most * often


@dataclass(frozen=True, slots=True)
class Guidance:
    """One guidance, from the day it took effect."""

    name: str
    nation: Nation
    valid_from: Day
    sums: tuple[GuideSum, ...]


def _fixed(key: str, head: Head, per: Per, pence: Pence) -> GuideSum:
    return GuideSum(key, head, per, pence, pence, FIRST_OF_APRIL)


FIRST_OF_APRIL = date(2026, 4, 1)
OMBUDSMAN_2026 = Guidance(
    name="england-ombudsman-2026",
    nation=Nation.ENGLAND,
    valid_from=FIRST_OF_APRIL,
    sums=(
        _fixed("no-heating-or-hot-water", Head.SERVICE_LOST, Per.DAY, 15_00),
        _fixed("no-heating", Head.SERVICE_LOST, Per.DAY, 8_00),
        _fixed("no-power", Head.SERVICE_LOST, Per.DAY, 10_00),
        _fixed("no-lighting", Head.SERVICE_LOST, Per.WEEK, 10_00),
        _fixed("missed-appointment", Head.APPOINTMENT, Per.EACH, 15_00),
    ),
)
GUIDANCE: tuple[Guidance, ...] = (OMBUDSMAN_2026,)
OF_THE_OMBUDSMAN = frozenset(each.key for guidance in GUIDANCE for each in guidance.sums)
"""Keys that no landlord may take for its own."""


def guidance_on(nation: Nation, day: Day) -> Guidance | None:
    """Return the guidance of a nation that is in force on a day, None where there is none."""
    in_force = [each for each in GUIDANCE if each.nation is nation and each.valid_from <= day]
    return max(in_force, key=lambda each: each.valid_from, default=None)


def table(nation: Nation, own: Iterable[GuideSum], day: Day) -> Mapping[str, GuideSum]:
    """Return every sum to go by on a day, by its key: the Ombudsman's, then the landlord's own."""
    guidance = guidance_on(nation, day)
    fixed = guidance.sums if guidance is not None else ()
    ours = [each for each in own if each.valid_from <= day and not each.retired]
    return MappingProxyType({each.key: each for each in (*fixed, *ours)})
