"""Counts under the keys of a dimension: by stage, by quarter and across two of them (12.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.clock.profiles import Stage
from app.domain.figures.periods import QUARTERS_OF_A_YEAR
from app.domain.figures.tallies import Cell, Crossing, Tally

DIMENSIONS = (
    "channel",
    "service_area",
    "theme",
    "root_cause",
    "directorate",
    "neighbourhood",
    "tenure",
    "contractor",
    "escalation_reason",
)
"""Those that figures are broken down by, named as their columns are."""
OF_STAGE_2_ALONE = frozenset({"escalation_reason"})
"""Those that Stage 1 has none of."""

Labels = Mapping[str, str]
"""What the landlord calls each key today."""


@dataclass(frozen=True, slots=True)
class Line:
    """What was counted under one label; None is the label of what is unknown."""

    label: str | None
    stage_1: int
    stage_2: int
    total: int


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """What was counted under one label in each quarter; None: the period has no such quarter."""

    label: str | None
    q1: int
    q2: int | None
    q3: int | None
    q4: int | None
    year: int


@dataclass(frozen=True, slots=True)
class CrossLine:
    """What was counted under one label of each of two dimensions."""

    service_area: str | None
    theme: str | None
    stage_1: int
    stage_2: int
    total: int


def by_stage(tallies: Sequence[Tally], labels: Labels, *, upheld: bool = False) -> tuple[Line, ...] | None:
    """Return a line a label, the largest total first; None where nobody kept any. `upheld`: of those alone."""
    if not _kept(tallies):
        return None
    found: dict[str | None, list[int]] = {}
    for each in tallies:
        counts = found.setdefault(_label(each.key, labels), [0, 0])
        counts[each.stage == Stage.TWO] += each.upheld if upheld else each.count
    lines = [Line(label, one, two, one + two) for label, (one, two) in found.items() if one + two]
    return tuple(sorted(lines, key=lambda line: _order(line.total, line.label)))


def by_quarter(tallies: Sequence[Tally], labels: Labels, quarters: int) -> tuple[QuarterLine, ...] | None:
    """Return a line a label with both stages together, the largest year first; None where nobody kept any."""
    if not _kept(tallies):
        return None
    return _by_quarter(((_label(each.key, labels), each.quarter, each.count) for each in tallies), quarters)


def stages_by_quarter(cells: Iterable[Cell], quarters: int) -> tuple[QuarterLine, ...]:
    """Return a line for each stage, Stage 1 first."""
    counted = [(str(each.stage), each.quarter, each.count) for each in cells]
    return parts_by_quarter([str(int(stage)) for stage in Stage], counted, quarters)


def parts_by_quarter(
    parts: Sequence[str], counted: Iterable[tuple[str, int, int]], quarters: int
) -> tuple[QuarterLine, ...]:
    """Return a line for each part, in their order, of counts with the part and the quarter that each is of."""
    lines = {line.label: line for line in _by_quarter([*((part, 0, 0) for part in parts), *counted], quarters)}
    return tuple(lines[part] for part in parts)


def _by_quarter(counted: Iterable[tuple[str | None, int, int]], quarters: int) -> tuple[QuarterLine, ...]:
    found: dict[str | None, list[int]] = {}
    for label, quarter, count in counted:
        found.setdefault(label, [0] * QUARTERS_OF_A_YEAR)[quarter] += count
    lines = []
    for label, counts in found.items():
        first, *others = counts
        second, third, fourth = (count if place < quarters else None for place, count in enumerate(others, 1))
        lines.append(QuarterLine(label, first, second, third, fourth, sum(counts)))
    return tuple(sorted(lines, key=lambda line: _order(line.year, line.label)))


def across(crossings: Sequence[Crossing], areas: Labels, themes: Labels) -> tuple[CrossLine, ...] | None:
    """Return a line for each service area and theme that met, the most first; None where nobody kept either."""
    if crossings and not any(each.key is not None and each.other is not None for each in crossings):
        return None
    found: dict[tuple[str | None, str | None], list[int]] = {}
    for each in crossings:
        met = _label(each.key, areas), _label(each.other, themes)
        found.setdefault(met, [0, 0])[each.stage == Stage.TWO] += each.count
    lines = [CrossLine(*met, one, two, one + two) for met, (one, two) in found.items()]
    return tuple(sorted(lines, key=lambda line: (*_order(line.total, line.service_area), *_order(0, line.theme))))


def _kept(tallies: Sequence[Tally]) -> bool:
    return not tallies or any(each.key is not None for each in tallies)


def _label(key: str | None, labels: Labels) -> str | None:
    return None if key is None else labels.get(key, key)


def _order(total: int, label: str | None) -> tuple[int, bool, str]:
    """Return what sorts the largest first, then by label, and what is unknown after what is as large."""
    return -total, label is None, label or ""
