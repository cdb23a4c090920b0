"""The Tenant Satisfaction Measures on complaints, CH01 and CH02, by tenure: each formula is dated (section 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.domain.clock.profiles import Stage
from app.domain.figures.counted_states import Standing
from app.domain.figures.filing import Outcome
from app.domain.figures.periods import Basis
from app.domain.figures.stages import is_due, is_in_time
from app.domain.figures.tallies import Cell, Cohort
from app.domain.landlord.tenures import Tsm

PER_HOMES = 1000
PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Formula:
    """How the measures are computed from a day on. `not_counted` are outcomes that make a case no complaint of CH01."""

    version: str
    valid_from: date
    not_received: frozenset[Outcome]
    not_due: frozenset[Outcome]


FORMULAS = (
    Formula(
        "2023-04-01",
        date(2023, 4, 1),
        not_received=frozenset({Outcome.REFUSED}),
        not_due=frozenset({Outcome.REFUSED, Outcome.WITHDRAWN}),
    ),
)
"""The oldest first: the regulator's direction of 2026 adds one here, once it is published."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with what it was computed from; `value` is None where either is unknown, or there is nothing."""

    numerator: int | None
    denominator: int | None
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class TenureMeasures:
    """The measures of one tenure by stage; `ch02_by_basis` has CH02 by both bases, one of which is published."""

    homes: int | None
    ch01: Mapping[Stage, Measured]
    ch02: Mapping[Stage, Measured]
    ch02_by_basis: Mapping[Basis, Mapping[Stage, Measured]]


def formula(on: date) -> Formula:
    """Return the formula in force on the first day of a period; of an earlier one, the oldest there is."""
    return max(
        (each for each in FORMULAS if each.valid_from <= on), key=lambda each: each.valid_from, default=FORMULAS[0]
    )


def measures(
    cells: Mapping[Cohort, Sequence[Cell]],
    tsm: Tsm,
    tenures: Mapping[str, Tsm],
    homes: int | None,
    basis: Basis,
    by: Formula,
) -> TenureMeasures:
    """Return the measures of one tenure; `tenures` says in which measures the cases of each key count.

    Where the tenure of no case was kept, nothing is known of any.
    """
    kept = any(cell.tenure is not None for cell in cells[Cohort.BEGUN]) or not cells[Cohort.BEGUN]
    of = {cohort: [each for each in some if tenures.get(each.tenure or "") is tsm] for cohort, some in cells.items()}
    cohorts = {Basis.RECEIVED: of[Cohort.BEGUN], Basis.EVENT: of[Cohort.DUE]}
    ch01 = {stage: _ch01(of[Cohort.BEGUN], stage, homes, by) if kept else NOT_KEPT for stage in Stage}
    ch02 = {
        way: {stage: _ch02(some, stage, by) if kept else NOT_KEPT for stage in Stage} for way, some in cohorts.items()
    }
    return TenureMeasures(homes, ch01, ch02[basis], ch02)


NOT_KEPT = Measured(None, None, None)


def _ch01(cells: Sequence[Cell], stage: Stage, homes: int | None, by: Formula) -> Measured:
    not_received = {each.value for each in by.not_received}
    received = sum(cell.count for cell in cells if cell.stage == stage and cell.outcome not in not_received)
    return Measured(received, homes, Fraction(received * PER_HOMES, homes) if homes else None)


def _ch02(cells: Sequence[Cell], stage: Stage, by: Formula) -> Measured:
    not_due = {each.value for each in by.not_due}
    due = [cell for cell in cells if cell.stage == stage and is_due(cell) and cell.outcome not in not_due]
    dated = [cell for cell in due if cell.timeliness is not None or cell.standing == Standing.OPEN.value]
    whole, in_time = sum(cell.count for cell in dated), sum(cell.count for cell in dated if is_in_time(cell))
    if due and not dated:
        return NOT_KEPT
    return Measured(in_time, whole, Fraction(in_time * PER_CENT, whole) if whole else None)
