"""What a landlord states for its figures, because no complaint says it: homes, targets, customers (8.1, 12.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from app.domain.figures.periods import Period
from app.domain.figures.profile import CHARACTERISTICS, groups
from app.domain.figures.stages import UNKNOWN
from app.domain.landlord.tenures import Tsm


class Subject(Enum):
    """What a stated figure is about."""

    HOMES = "homes"  # how many homes of a tenure were owned on a day
    TARGET = "target"  # what a measure is to be from a day on, and what of it is tolerated
    CONTACTS = "contacts"  # how many contacts came by a channel in a month, and how many were answered in time
    CUSTOMERS = "customers"  # how many of all customers were of a group on a day
    PRIOR = "prior"  # a figure of a period of which the complaints themselves are not here


class Key(NamedTuple):
    """What tells one stated figure from others: stated again under the same key, it takes the other's place.

    `name` is a tenure, a measure, a channel or a characteristic; `part` a group of it, or a label of a breakdown.
    `last` differs from `first` only for what is of a period.
    """

    subject: Subject
    name: str
    part: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure that a landlord states; `value` None takes it back.

    `beside` is a target's tolerance, or how many contacts were answered in time; None: nothing is said of that.
    """

    key: Key
    value: Decimal | None
    beside: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FiguresStated:
    """Figures were stated: they stand in rows of their own, numbered from `first` to `last`; of these subjects."""

    first: int
    last: int
    subjects: tuple[Subject, ...]


Event = FiguresStated


@dataclass(frozen=True, slots=True)
class Target:
    """What a measure is to be, and down or up to where it is tolerated."""

    target: Decimal
    tolerance: Decimal | None


@dataclass(frozen=True, slots=True)
class Contacts:
    """How many contacts came by a channel in a month, and how many were answered in time; None: nobody kept that."""

    channel: str
    month: date
    count: int
    in_time: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a landlord states, as it stands now."""

    statements: tuple[Statement, ...] = ()

    def of(self, subject: Subject) -> Iterator[tuple[Key, Decimal, Decimal | None]]:
        """Yield what is stated of something, without what was taken back."""
        for each in self.statements:
            if each.key.subject is subject and each.value is not None:
                yield each.key, each.value, each.beside

    def homes(self, on: date) -> Mapping[Tsm, int]:
        """Return the homes owned on a day, of each tenure of which any day up to then was stated."""
        stated = sorted((key.first, key.name, value) for key, value, _ in self.of(Subject.HOMES) if key.first <= on)
        return {Tsm(name): int(value) for _, name, value in stated}

    def targets(self, on: date) -> Mapping[str, Target]:
        """Return the targets in force on a day, by the measure."""
        stated = [each for each in self.of(Subject.TARGET) if each[0].first <= on]
        stated.sort(key=lambda each: each[0].first)
        return {key.name: Target(value, tolerance) for key, value, tolerance in stated}

    def contacts(self, period: Period) -> list[Contacts]:
        """Return the contacts of the months that begin in a period."""
        return [
            Contacts(key.name, key.first, int(value), None if in_time is None else int(in_time))
            for key, value, in_time in self.of(Subject.CONTACTS)
            if period.first <= key.first <= period.last
        ]

    def customers(self, on: date) -> dict[str, dict[str, int]]:
        """Return how many customers were of each group, by characteristic: as of its last stated day up to this one.

        A characteristic's groups are of one day: those of an earlier one are no part of the same whole. A day on which
        one of those that people are asked about is not stated yet has no whole, and the one before it stands.
        """
        of_days: dict[tuple[date, str], dict[str, int]] = {}
        for key, value, _ in self.of(Subject.CUSTOMERS):
            if key.first <= on:
                of_days.setdefault((key.first, key.name), {})[key.part] = int(value)
        return {name: counts for (_, name), counts in sorted(of_days.items()) if _is_whole(name, counts)}

    def prior(self, period: Period) -> dict[tuple[str, str], Decimal]:
        """Return the figures of just this period, by the way to them and the label they stand under."""
        return {
            (key.name, key.part): value
            for key, value, _ in self.of(Subject.PRIOR)
            if (key.first, key.last) == (period.first, period.last)
        }


def _is_whole(name: str, counts: Mapping[str, int]) -> bool:
    return name not in CHARACTERISTICS or {*groups(name)} - {UNKNOWN} <= counts.keys()
