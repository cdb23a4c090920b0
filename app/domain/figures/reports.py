"""A report: every figure of a period from what was counted, and those of the period before it beside them (8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeVar

from app.domain.clock.profiles import Stage
from app.domain.figures import breakdowns, flow, promised, trends, tsm
from app.domain.figures.breakdowns import CrossLine, Labels, Line, QuarterLine
from app.domain.figures.flow import Day, Flow
from app.domain.figures.largest import TOP
from app.domain.figures.periods import Basis, Period
from app.domain.figures.profile import Base, Told
from app.domain.figures.promised import Promised, PromiseFigures, Unkept
from app.domain.figures.satisfaction import Said
from app.domain.figures.shares import rate
from app.domain.figures.stages import Count, Counts, StageFigures, figures
from app.domain.figures.tallies import Cell, Cohort, Crossing, OtherKind, Tally, Waited
from app.domain.figures.tsm import Formula, TenureMeasures
from app.domain.landlord.tenures import Tsm

OFTEN = (2, 3, 5)
"""From how many complaints on somebody is counted among those who complained again (OM4)."""


class Quartered(Protocol):
    """What was counted in a quarter: below 0, of the period before."""

    @property
    def quarter(self) -> int: ...


Q = TypeVar("Q", bound=Quartered)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures are wanted: of a period, by a basis, as of a day, and of how many homes of each tenure.

    `top`: how many of each dimension are among its largest. `homes_before` are those of the period before; None: as
    many.
    """

    period: Period
    basis: Basis
    today: date
    homes: Mapping[Tsm, int]
    top: int = TOP
    homes_before: Mapping[Tsm, int] | None = None


@dataclass(frozen=True, slots=True)
class Profiled:
    """What people said of themselves in some calendar years, how many complaints came in them, and who lives here."""

    years: tuple[int, ...] = ()
    told: Sequence[Told] = ()
    complaints: int = 0
    base: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was counted, of the period and the one before it.

    `complained` says how many people complained how often, whether in the period itself; `scores` how many said how
    satisfied they are, by quarter; `days` what came in the period and in some before it; `profiled` who complained, in
    the period and in the one before.
    """

    cells: Mapping[Cohort, Sequence[Cell]]
    waited: Sequence[Waited]
    tallies: Mapping[str, Sequence[Tally]]
    crossings: Sequence[Crossing]
    complained: Sequence[tuple[bool, int, int]]
    others: Sequence[OtherKind]
    scores: Sequence[tuple[int, str, int]]
    said: Sequence[Said] = ()
    promised: Sequence[Promised] = ()
    unkept: Sequence[Unkept] = ()
    flows: Sequence[Flow] = ()
    days: Sequence[Day] = ()
    profiled: tuple[Profiled, Profiled] = (Profiled(), Profiled())


@dataclass(frozen=True, slots=True)
class Naming:
    """What keys are called today, by dimension, and in which measures the cases of each tenure count."""

    labels: Mapping[str, Labels]
    tenures: Mapping[str, Tsm]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of a period. None: nobody kept it. `numbers` are those of its quarters among the flows."""

    asked: Asked
    stages: Mapping[Stage, StageFigures]
    escalation_rate: Fraction | None
    breakdowns: Mapping[str, tuple[Line, ...] | None]
    among_upheld: Mapping[str, tuple[Line, ...] | None]
    quarters: Mapping[str, tuple[QuarterLine, ...] | None]
    service_area_by_theme: tuple[CrossLine, ...] | None
    repeat_complainants: Mapping[int, Count]
    formula: Formula
    tsm: Mapping[Tsm, TenureMeasures]
    tenure_unknown: int
    others: Sequence[OtherKind]
    scores: Mapping[str, int]
    said: Sequence[Said]
    promises: PromiseFigures
    flows: Sequence[Flow]
    numbers: Sequence[int]
    weeks: tuple[Line, ...]
    profiled: Profiled
    trend: tuple[Line, ...]
    previous: Report | None


def report(asked: Asked, gathered: Gathered, naming: Naming) -> Report:
    """Return the figures of a period, with those of the one before it where anything was counted in it."""
    homes = asked.homes if asked.homes_before is None else asked.homes_before
    before = replace(asked, period=asked.period.before, homes=homes)
    earlier = _part(gathered, current=False, quarters=len(before.period.quarters))
    now = _report(asked, _part(gathered, current=True), naming, range(len(asked.period.quarters)))
    numbers = range(-len(before.period.quarters), 0)
    return replace(now, previous=_report(before, earlier, naming, numbers)) if any(earlier.cells.values()) else now


def _part(gathered: Gathered, *, current: bool, quarters: int = 0) -> Gathered:
    """Return what was counted of one of the two periods; quarters of the earlier one are numbered from 0 too."""

    def of(some: Iterable[Q]) -> list[Q]:
        if current:
            return [each for each in some if each.quarter >= 0]
        return [replace(each, quarter=each.quarter + quarters) for each in some if each.quarter < 0]  # type: ignore[type-var]

    return Gathered(
        {cohort: of(cells) for cohort, cells in gathered.cells.items()},
        of(gathered.waited),
        {dimension: of(some) for dimension, some in gathered.tallies.items()},
        of(gathered.crossings),
        [each for each in gathered.complained if each[0] is current],
        of(gathered.others),
        [each for each in gathered.scores if (each[0] >= 0) is current],
        of(gathered.said),
        of(gathered.promised),
        of(gathered.unkept),
        gathered.flows,
        gathered.days,
        (gathered.profiled[not current], Profiled()),
    )


def _report(asked: Asked, of: Gathered, naming: Naming, numbers: Sequence[int]) -> Report:
    labels, parts = naming.labels, len(numbers)
    open_at_end = {int(stage): flow.stock(of.flows, stage, numbers).open_at_end for stage in Stage}
    counts = Counts(of.cells, of.waited, open_at_end)
    stages = {stage: figures(counts, stage, asked.basis) for stage in Stage}
    named = {dimension: labels.get(dimension, {}) for dimension in of.tallies}
    lines = {each: breakdowns.by_stage(some, named[each]) for each, some in of.tallies.items()}
    upheld = {each: breakdowns.by_stage(some, named[each], upheld=True) for each, some in of.tallies.items()}
    quarters = {each: breakdowns.by_quarter(some, named[each], parts) for each, some in of.tallies.items()}
    formula = tsm.formula(asked.period.first)
    measured = {
        each: tsm.measures(of.cells, each, naming.tenures, asked.homes.get(each), asked.basis, formula) for each in Tsm
    }
    return Report(
        asked=asked,
        stages=stages,
        escalation_rate=rate(stages[Stage.TWO].received, stages[Stage.ONE].received),
        breakdowns=lines,
        among_upheld=upheld,
        quarters={"stage": breakdowns.stages_by_quarter(of.cells[Cohort.BEGUN], parts), **quarters},
        service_area_by_theme=breakdowns.across(of.crossings, labels["service_area"], labels["theme"]),
        repeat_complainants=_repeated(of),
        formula=formula,
        tsm=measured,
        tenure_unknown=sum(each.count for each in of.cells[Cohort.BEGUN] if each.tenure is None),
        others=of.others,
        scores=_scores(of),
        said=of.said,
        promises=promised.figures(of.promised, of.unkept, parts),
        flows=of.flows,
        numbers=numbers,
        weeks=flow.weeks(asked.period, of.days, asked.today),
        profiled=of.profiled[0],
        trend=trends.trend(asked.period, flow.begun(asked.period, of.days)),
        previous=None,
    )


def _repeated(of: Gathered) -> dict[int, Count]:
    """Return how many people complained so often or more; unknown where nobody kept who complained."""
    if of.cells[Cohort.BEGUN] and not of.complained:
        return dict.fromkeys(OFTEN)
    return {least: sum(people for _, times, people in of.complained if times >= least) for least in OFTEN}


def _scores(of: Gathered) -> dict[str, int]:
    found: dict[str, int] = {}
    for _, score, count in of.scores:
        found[score] = found.get(score, 0) + count
    return found
