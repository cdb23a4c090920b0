"""How two numbers of a report are held against each other, and what is said where they differ (12.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

QUARTERS = ("q1", "q2", "q3", "q4")
NEARLY = 1e-9
"""How far two ways to write one fraction may be apart."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not add up: where, what stands there, and what it comes to."""

    where: str
    stands: float | None
    comes_to: float | None


def same(where: str, stands: float | None, comes_to: float | None) -> Iterator[Fault]:
    """Yield a fault where these are not the same number, or only one of them is known."""
    if stands is None and comes_to is None:
        return
    if stands is None or comes_to is None or abs(stands - comes_to) > NEARLY * max(1, abs(stands)):
        yield Fault(where, stands, comes_to)


def total(parts: Iterable[float | None]) -> float:
    """Return what known parts come to."""
    return sum(part for part in parts if part is not None)


def share(part: float | None, whole: float | None) -> float | None:
    """Return a part as a fraction of 1; None of nothing, or of what is unknown."""
    return None if part is None or not whole else part / whole


def by_quarter(where: str, line: Mapping[str, Any], year: float | None) -> Iterator[Fault]:
    """Yield where the quarters of a line are not its year, or its year is not what stands elsewhere."""
    yield from same(f"{where}.{line['label']}", line["year"], total(line[quarter] for quarter in QUARTERS))
    yield from same(f"{where}.{line['label']}.year", line["year"], year)
