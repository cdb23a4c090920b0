"""How long answers took, from how many took how long (OM6, EC4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

WorkingDays = int


@dataclass(frozen=True, slots=True)
class Typical:
    """What was usual, in working days; None where nothing was counted."""

    mean: Fraction | None = None
    median: Fraction | None = None
    ninetieth: int | None = None


def typical(counts: Mapping[WorkingDays, int]) -> Typical:
    """Return the mean, the median and the 90th percentile (nearest rank) of so many answers for each number of days."""
    whole = sum(counts.values())
    if not whole:
        return Typical()
    mean = Fraction(sum(days * count for days, count in counts.items()), whole)
    low, high = _at(counts, (whole + 1) // 2), _at(counts, whole // 2 + 1)
    return Typical(mean, Fraction(low + high, 2), _at(counts, -(-whole * 9 // 10)))


def _at(counts: Mapping[WorkingDays, int], place: int) -> WorkingDays:
    """Return how long the answer at a place took, of all in the order of their days; the first place is 1."""
    before = 0
    for days in sorted(counts):
        before += counts[days]
        if before >= place:
            return days
    raise ValueError(place)
