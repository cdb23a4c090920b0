"""Counts of what began and was over in which quarter, and of what began on each day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from app.domain.case.kinds import Kind
from app.domain.figures.flow import AFTER, BEFORE, Day, Flow
from app.domain.figures.periods import DAY, Period
from app.domain.figures.trends import periods
from app.store.figures.conditions import OPEN, OVER, open_on
from app.store.figures.counted import COUNTED
from app.store.figures.measures import Scope, flag

LEFT = case((COUNTED.begun_on > OVER, COUNTED.begun_on), else_=OVER)
"""The day on which a stage was over, never before it began."""


def parts(period: Period) -> Mapping[str, ColumnElement[bool]]:
    """The stages that each part of the stock of a period counts."""
    begun = COUNTED.begun_on.between(period.first, period.last)
    return {
        "open_at_start": open_on(period.first - DAY),
        "received": begun,
        "finished": LEFT.between(period.first, period.last),
        "finished_unknown": and_(begun, ~OPEN, OVER.is_(None)),
        "open_at_end": open_on(period.last),
    }


def flows(session: Session, scope: Scope) -> list[Flow]:
    """Stages that were open, came or were finished in the scope, by the quarters in which they began and were over."""
    first = scope.period.before.first
    rows = (
        select(
            COUNTED.stage,
            _quarter(scope, COUNTED.begun_on).label("begun"),
            case((OVER.is_not(None), _quarter(scope, LEFT))).label("over"),
            flag(OPEN).label("open"),
        )
        .where(and_(COUNTED.kind == Kind.COMPLAINT.value, COUNTED.begun_on <= scope.period.last, *scope.chosen))
        .where(or_(COUNTED.begun_on >= first, first <= OVER, OPEN))
        .subquery()
    )
    counted = session.execute(select(*rows.c, func.count()).group_by(*rows.c))
    return [Flow(row[0], row[1], row[2], bool(row[3]), row[4]) for row in counted]


def _quarter(scope: Scope, day: ColumnElement[Any]) -> ColumnElement[int]:
    after = (day > scope.period.last, literal(AFTER))
    return case(after, *_from(scope, day), else_=literal(BEFORE))


def _from(scope: Scope, day: ColumnElement[Any]) -> Iterator[tuple[ColumnElement[bool], ColumnElement[int]]]:
    for number, quarter in reversed(scope.numbered):
        yield day >= quarter.first, literal(number)


def days(session: Session, scope: Scope) -> list[Day]:
    """How many stages began on each day of the period, and of those before it that a trend shows."""
    within = COUNTED.begun_on.between(periods(scope.period)[-1].first, scope.period.last)
    key = (COUNTED.begun_on, COUNTED.stage)
    counted = select(*key, func.count()).where(COUNTED.kind == Kind.COMPLAINT.value, within, *scope.chosen)
    return [Day(row[0], row[1], row[2]) for row in session.execute(counted.group_by(*key))]
