"""Leave small counts out, and as many others as it takes that their total does not give them back (OM10, 8.1).

    suppressed({"asian": 4, "white": 60, "unknown": 41}) -> Shown(parts={..: None, ..: 60, ..: None}, total=105)

None is what is left out. A count from 1 to below `least` always is (a nought is shown: it is nobody). Others are left
out beside it until whoever knows everything that is shown, the total too, cannot tell it from any other number up to
`least` - 1, and no closer from below than the noughts that are shown betray. A total is a count too: a small one is
left out, and a large one where nothing else would do.

What to keep to when showing one: the same mark for everything left out (never "fewer than 10": the others are more);
no share, rate or bar of anything left out; and one table for what shares its lines: two tables with the same totals of
lines, each right by itself, may tell together what neither tells alone.

Two years' reports may show the same parts in another order: the same parts always leave the same out.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Part = TypeVar("Part", bound=Hashable)

LEAST = 10
"""The smallest count of people that is shown."""
ONE = 1
"""What is left out is at least this: noughts are shown."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[Part]):
    """Parts of a total as they may be shown; None is left out."""

    parts: dict[Part, int | None]
    total: int | None


def is_small(count: float | None, *, least: int = LEAST) -> bool:
    """Return whether a count is one by which somebody could be recognised."""
    return count is not None and 0 < count < least


def suppressed(parts: Mapping[Part, int], *, least: int = LEAST) -> Shown[Part]:
    """Return parts and their total without what must be left out.

    A small count may be any number up to `least` - 1 if the others that are left out can give up as much, each but
    one: all that are left out, less one each, come to `least` - 2 or more. So the smallest large count is enough.
    """
    total = sum(parts.values())
    hidden = {part for part, count in parts.items() if is_small(count, least=least)}
    is_told = not is_small(total, least=least)
    if hidden and is_told and not _hide_each_other([parts[part] for part in hidden], least):
        large = [part for part, count in parts.items() if count >= least]
        if large:
            hidden.add(min(large, key=lambda part: (parts[part], str(part))))
        is_told = bool(large)
    return Shown({part: None if part in hidden else count for part, count in parts.items()}, total if is_told else None)


def _hide_each_other(counts: list[int], least: int) -> bool:
    return len(counts) > 1 and sum(counts) - ONE * len(counts) >= least - ONE - ONE
