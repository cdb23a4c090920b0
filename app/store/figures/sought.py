"""Which complaints a figure counts, by the very conditions that it was counted by (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from app.domain.case.kinds import Kind
from app.domain.case.survey_states import SATISFIED
from app.domain.figures.documents import OTHERS
from app.domain.figures.periods import Basis, Period
from app.domain.figures.reports import OFTEN
from app.domain.figures.satisfaction import OTHERS as QUESTIONS
from app.domain.figures.tallies import Cohort
from app.store.figures import flow, live, promised, satisfaction
from app.store.figures.conditions import conditions, open_on
from app.store.figures.counted import COUNTED
from app.store.figures.measures import DAYS, came_often, of_kind

Keys = Collection[str | None]
"""Keys of a dimension; None among them stands for what is unknown."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which figure: a measure of a stage, or of both where none is named, in a period; under keys of dimensions."""

    period: Period
    basis: Basis
    today: date
    stage: int | None
    measure: str
    under: Mapping[str, Keys] = field(default_factory=dict)


Condition = ColumnElement[bool]


def which(sought: Sought) -> Condition:
    """The condition that a row is counted by a figure: with promises, of those."""
    family, _, part = sought.measure.partition(".")
    of = FAMILIES.get(family)
    found = _of_a_stage(sought) if of is None else of(sought, part)
    return and_(found, *(_keys(dimension, keys) for dimension, keys in sought.under.items()))


def _of_a_stage(sought: Sought) -> Condition:
    cohort, counts = conditions(sought.today, sought.period.first)[sought.measure]
    if sought.basis is Basis.EVENT and sought.measure == "open":
        return and_(_complaints(sought), open_on(sought.period.last))
    day = DAYS[cohort if sought.basis is Basis.EVENT else Cohort.BEGUN]
    return and_(_complaints(sought), counts, _within(sought, day))


def _stock(sought: Sought, part: str) -> Condition:
    return and_(_complaints(sought), flow.parts(sought.period)[part])


def _live(sought: Sought, part: str) -> Condition:
    return and_(_complaints(sought), live.parts(sought.period.last)[part])


def _other_kinds(sought: Sought, named: str) -> Condition:
    kind, _, part = named.partition(".")
    return and_(COUNTED.kind == kind, of_kind(sought.today)[part], _within(sought, COUNTED.begun_on))


def _often(sought: Sought, least: str) -> Condition:
    return came_often(sought.period, int(least))


def _promises(sought: Sought, part: str) -> Condition:
    counts = promised.parts(sought.today)[part]
    return and_(_complaints(sought), counts, _within(sought, promised.day_of(sought.basis)))


def _answered(sought: Sought, named: str) -> Condition:
    question, _, part = named.partition(".")
    scores = [each.value for each in SATISFIED] if part == "satisfied" else ()
    begun = _within(sought, COUNTED.begun_on)
    return and_(_complaints(sought), begun, satisfaction.answered(question, *scores))


FAMILIES: Mapping[str, Callable[[Sought, str], Condition]] = {
    "stock": _stock,
    "live": _live,
    "other_kinds": _other_kinds,
    "repeat_complainants": _often,
    "promises": _promises,
    "satisfaction_by_question": _answered,
}
"""Measures of other things than the answers of a stage, by what their names begin with."""
SOME = Period(date(2000, 1, 1), date(2000, 1, 1))
MEASURES = frozenset(
    (
        *conditions(SOME.first, SOME.first),
        *(f"stock.{part}" for part in flow.parts(SOME)),
        *(f"live.{part}" for part in live.parts(SOME.first)),
        *(f"other_kinds.{kind.value}.{part}" for kind in OTHERS for part in of_kind(SOME.first)),
        *(f"repeat_complainants.{least}" for least in OFTEN),
        *(f"promises.{part}" for part in promised.parts(SOME.first)),
        *(f"satisfaction_by_question.{each}.{part}" for each in QUESTIONS for part in ("answered", "satisfied")),
    )
)
"""Figures behind which a list is kept, named as a document names them within a stage."""


def _complaints(sought: Sought) -> Condition:
    complaints = COUNTED.kind == Kind.COMPLAINT.value
    return complaints if sought.stage is None else and_(complaints, COUNTED.stage == sought.stage)


def _within(sought: Sought, day: ColumnElement[date]) -> Condition:
    return day.between(sought.period.first, sought.period.last)


def _keys(dimension: str, keys: Keys) -> Condition:
    column = COUNTED[dimension]
    some = column.in_([key for key in keys if key is not None])
    return or_(some, column.is_(None)) if None in keys else some
