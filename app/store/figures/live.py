"""What is open on a day, counted by all that a weekly pack tells apart (9.7)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Date, and_, case, func, literal, select, true
from sqlalchemy.orm import Session

from app.domain.case.kinds import Kind
from app.domain.figures.packs import AGES, WEEK, Due
from app.store.figures import conditions
from app.store.figures.counted import COUNTED

Condition = ColumnElement[bool]
Alike = tuple[int, str, int, str | None, int | None, int]


def open_on(session: Session, on: date) -> list[Alike]:
    """Stage, how near the answer is, how old, theme, handler, and how many are so."""
    alike = (COUNTED.stage, _due(on), _age(on), COUNTED.theme, COUNTED.handler)
    rows = select(*alike, func.count()).where(_is_open(on)).group_by(*alike)
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in session.execute(rows)]


def oldest(session: Session, on: date) -> date | None:
    """The day on which the stage that has been open longest began."""
    found: date | None = session.execute(select(func.min(COUNTED.begun_on)).where(_is_open(on))).scalar_one()
    return found


def parts(on: date) -> Mapping[str, Condition]:
    """The open stages that each column of a pack counts, and those of each age."""
    some = {"open": true(), **{each.value: _due(on) == each.value for each in Due}}
    ages = range(len(AGES) + 1)
    of_age = {f"{part}.{age}": and_(_age(on) == age, which) for part, which in some.items() for age in ages}
    return {part: and_(_is_open(on), which) for part, which in (some | of_age).items()}


def _is_open(on: date) -> ColumnElement[bool]:
    return and_(COUNTED.kind == Kind.COMPLAINT.value, conditions.open_on(on))


def _due(on: date) -> ColumnElement[str]:
    late, soon = COUNTED.due_on < on, COUNTED.due_on < on + WEEK
    return case((late, literal(Due.LATE.value)), (soon, literal(Due.SOON.value)), else_=literal(Due.LATER.value))


def _age(on: date) -> ColumnElement[int]:
    days = [(literal(on - timedelta(weeks=weeks), Date), age) for age, weeks in enumerate(AGES)]
    return case(*((COUNTED.begun_on > day, literal(age)) for day, age in days), else_=literal(len(AGES)))
