"""Counts of stages that are alike in all that figures tell apart, by period and quarter; rules decide the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    text,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from app.domain.case.kinds import Kind
from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.periods import Period
from app.domain.figures.stages import UNKNOWN
from app.domain.figures.tallies import Cell, Cohort, Crossing, OtherKind, Tally, Waited
from app.store.figures.conditions import OVER, TOLD_KNOWN, UPHELD, acknowledgement_overdue, overdue
from app.store.figures.counted import COUNTED

DAYS: Mapping[Cohort, ColumnElement[Any]] = {
    Cohort.BEGUN: COUNTED.begun_on,
    Cohort.ACKNOWLEDGEMENT_DUE: COUNTED.acknowledge_by,
    Cohort.DUE: COUNTED.due_on,
    Cohort.ISSUED: OVER,
}
ROOM = "64MB"
"""Enough for the stages of 1,000,000 complaints; PostgreSQL takes no more than it needs."""
FIRST: ColumnElement[bool] = COUNTED.stage == Stage.ONE
"""Every complaint has one first stage: what is counted by case is counted with it."""
MANY = 5
"""Who complained more often than so is counted with those who did so often."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted: a period and the one before it as of a day, and of which cases alone."""

    period: Period
    today: date
    only: Mapping[str, str] = field(default_factory=dict)

    @property
    def chosen(self) -> Iterator[ColumnElement[bool]]:
        """The conditions that a stage stands under the keys that are asked for."""
        return (COUNTED[dimension] == key for dimension, key in self.only.items())

    def of(self, day: ColumnElement[Any]) -> ColumnElement[bool]:
        """The condition that a stage of a complaint is in this scope, by one of its days."""
        within = day.between(self.period.before.first, self.period.last)
        return and_(COUNTED.kind == Kind.COMPLAINT.value, within, *self.chosen)

    def quarter(self, day: ColumnElement[Any]) -> ColumnElement[int]:
        """The quarter of a day: 0 to 3 in the period, below 0 in the one before it."""
        quarters = reversed(self.numbered)
        return case(*((day >= each.first, literal(number)) for number, each in quarters), else_=literal(-1))

    @property
    def numbered(self) -> list[tuple[int, Period]]:
        """Every quarter with its number, the first of the period before first."""
        before = self.period.before.quarters
        return [*enumerate(before, -len(before)), *enumerate(self.period.quarters)]


def give_room(session: Session) -> None:
    """Let PostgreSQL count in memory until this transaction is over: else it sorts on disk. SQLite needs no telling."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text(f"SET LOCAL work_mem = '{ROOM}'"))


def cells(
    session: Session, scope: Scope, cohorts: Collection[Cohort], only_timed: Collection[Cohort] = ()
) -> dict[Cohort, list[Cell]]:
    """Stages that are counted into the scope by the day of each cohort, those alike together; asked for at once.

    Those of `only_timed` tell no more apart than whether an answer was due, and in time: which is counted much faster.
    """
    found: dict[Cohort, list[Cell]] = {cohort: [] for cohort in cohorts}
    parts = (_alike(scope, each, only_timed=each in only_timed) for each in cohorts)
    for cohort, *alike, count, compensation in session.execute(union_all(*parts)):
        named = dict(zip(ALIKE, alike, strict=True))
        named |= {name: bool(named[name]) for name in FLAGS}
        total = None if compensation is None else int(compensation)
        found[Cohort(cohort)].append(Cell(**named, count=count, compensation=total))
    return found


ALIKE = tuple(name for name in Cell.__slots__ if name not in ("count", "compensation"))
FLAGS = ("extended", "late_told", "told_known", "overdue", "acknowledgement_overdue")


NOT_TOLD_APART: Mapping[str, ColumnElement[Any]] = {
    "refusal": cast(null(), Text),
    "acknowledged": literal(Acknowledged.NOT_DUE.value),
    "extended": literal(0),
    "told_in_time": cast(null(), Boolean),
    "late_told": literal(0),
    "told_known": literal(0),
    "acknowledgement_overdue": literal(0),
}


def _alike(scope: Scope, cohort: Cohort, *, only_timed: bool) -> Select[Any]:
    day = DAYS[cohort]
    computed = {
        "quarter": scope.quarter(day),
        "extended": flag(COUNTED.extended_to.is_not(None)),
        "late_told": flag(COUNTED.late_told_on.is_not(None)),
        "told_known": flag(TOLD_KNOWN),
        "overdue": flag(overdue(scope.today)),
        "acknowledgement_overdue": flag(acknowledgement_overdue(scope.today)),
        **(NOT_TOLD_APART if only_timed else {}),
    }
    columns = [computed[name].label(name) if name in computed else COUNTED[name] for name in ALIKE]
    rows = select(*columns, COUNTED.compensation).where(scope.of(day)).subquery()
    key = [rows.c[name] for name in ALIKE]
    return select(literal(cohort.value), *key, func.count(), func.sum(rows.c.compensation)).group_by(*key)


@dataclass(frozen=True, slots=True)
class Broken:
    """What began in a scope, broken down: by each dimension, and by two of them at once."""

    tallies: Mapping[str, list[Tally]]
    crossings: list[Crossing]


CROSSED = ("service_area", "theme")
ALONE: tuple[str, ...] = (*DIMENSIONS, "satisfaction")


def breakdowns(session: Session, scope: Scope) -> Broken:
    """Stages that began in the scope by each dimension, and how many of them we agreed with; asked for at once."""
    begun = (
        select(
            scope.quarter(COUNTED.begun_on).label("quarter"),
            COUNTED.stage,
            flag(UPHELD).label("upheld"),
            *(COUNTED[name] for name in ALONE),
        )
        .where(scope.of(COUNTED.begun_on))
        .cte("begun")  # read once, however often it is counted
    )
    shared = (begun.c.quarter, begun.c.stage)
    sums = (func.count(), func.sum(begun.c.upheld))
    nothing = cast(null(), Text)
    parts = [
        select(literal(name), *shared, begun.c[name], nothing, *sums).group_by(*shared, begun.c[name]) for name in ALONE
    ]
    one, other = (begun.c[name] for name in CROSSED)
    parts.append(select(literal(""), *shared, one, other, *sums).group_by(*shared, one, other))
    tallies: dict[str, list[Tally]] = {name: [] for name in ALONE}
    crossings = []
    for name, quarter, stage, key, crossed, count, agreed in session.execute(union_all(*parts)):
        if name:
            tallies[name].append(Tally(quarter, stage, key, count, int(agreed)))
        else:
            crossings.append(Crossing(quarter, stage, key, crossed, count))
    return Broken(tallies, crossings)


def waited(session: Session, scope: Scope, cohort: Cohort) -> list[Waited]:
    """How many answers took how many working days."""
    day = DAYS[cohort]
    rows = (
        select(
            scope.quarter(day).label("quarter"),
            COUNTED.stage,
            COUNTED.days_from_receipt,
            COUNTED.days_from_acknowledgement,
        )
        .where(scope.of(day), COUNTED.responded_on.is_not(None))
        .subquery()
    )
    counted = select(*rows.c, func.count()).group_by(*rows.c)
    return [Waited(row[0], row[1], row[2], row[3], row[4]) for row in session.execute(counted)]


def came_often(period: Period, least: int) -> ColumnElement[bool]:
    """The condition that a first stage is of somebody who complained so often, or more often, in a period."""
    within = and_(COUNTED.kind == Kind.COMPLAINT.value, COUNTED.received_on.between(period.first, period.last), FIRST)
    people = select(COUNTED.complainant).where(within, COUNTED.complainant.is_not(None))
    often = people.group_by(COUNTED.complainant).having(func.count() >= least)
    return and_(within, COUNTED.complainant.in_(often.correlate(None)))


def complained(session: Session, scope: Scope) -> list[tuple[bool, int, int]]:
    """How many people complained how often, at most MANY: whether in the period itself, how often, and how many."""
    current = flag(COUNTED.received_on >= scope.period.first).label("current")
    rows = select(current, COUNTED.complainant, COUNTED.case_id).where(
        scope.of(COUNTED.received_on), COUNTED.complainant.is_not(None)
    )
    # Every complaint has one first stage, but not every key stands at it.
    each = (rows.distinct() if scope.only else rows.where(FIRST)).subquery()
    people = select(each.c.current, func.count().label("times")).group_by(each.c.current, each.c.complainant).subquery()
    often = case((people.c.times > MANY, literal(MANY)), else_=people.c.times).label("often")
    capped = select(people.c.current, often).subquery()
    counted = select(*capped.c, func.count()).group_by(*capped.c)
    return [(bool(row[0]), int(row[1]), row[2]) for row in session.execute(counted)]


def of_kind(today: date) -> Mapping[str, ColumnElement[bool]]:
    """What each part of the figures of another kind counts."""
    done, timeliness = COUNTED.standing == Standing.ANSWERED.value, COUNTED.timeliness
    return {
        "received": true(),
        "done": done,
        "open": ~done,
        "in_time": timeliness == Timeliness.WITHIN_TARGET.value,
        "late": or_(timeliness == Timeliness.OUT_OF_TARGET.value, overdue(today)),
        UNKNOWN: and_(done, timeliness.is_(None)),
    }


def other_kinds(session: Session, scope: Scope) -> list[OtherKind]:
    """What came in the scope that is no complaint: of each kind, and whether it was done in time."""
    day = COUNTED.begun_on
    rows = (
        select(
            scope.quarter(day).label("quarter"),
            COUNTED.kind,
            COUNTED.standing,
            COUNTED.timeliness,
            flag(overdue(scope.today)).label("overdue"),
        )
        .where(COUNTED.kind != Kind.COMPLAINT.value, day.between(scope.period.before.first, scope.period.last))
        .subquery()
    )
    counted = session.execute(select(*rows.c, func.count()).group_by(*rows.c))
    return [OtherKind(*row[:4], bool(row[4]), row[5]) for row in counted]


def flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Return 1 where a condition holds, else 0: it groups and adds up alike on both databases, and is never empty."""
    return case((condition, literal(1)), else_=literal(0))
