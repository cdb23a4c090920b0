"""Which stages each figure counts, as a condition, and by which of their days they are in a period (8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, func, literal, or_, true

from app.domain.case.survey_states import SATISFIED, Score
from app.domain.clock.profiles import Ground
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.documents import DECISIONS, MERGED
from app.domain.figures.filing import Known, Outcome
from app.domain.figures.stages import NOT_ANSWERED, OTHER, UNKNOWN
from app.domain.figures.tallies import Cohort
from app.domain.figures.tsm import formula
from app.store.figures.counted import COUNTED

Condition = ColumnElement[bool]
Counts = tuple[Cohort, Condition]

ANSWERED = COUNTED.standing == Standing.ANSWERED.value
OPEN = COUNTED.standing == Standing.OPEN.value
TOLD_KNOWN = COUNTED.known.bitwise_and(literal(int(Known.TOLD))) != 0
OVER = func.coalesce(COUNTED.responded_on, COUNTED.stopped_on)
"""The day on which a stage was over."""
UPHELD = COUNTED.outcome.in_((Outcome.UPHELD.value, Outcome.UPHELD_IN_PART.value))


ON_TIME = COUNTED.timeliness.in_((Timeliness.WITHIN_TARGET.value, Timeliness.WITHIN_EXTENSION.value))


def overdue(today: date) -> Condition:
    """The condition that a stage is not answered though its day has passed."""
    return and_(OPEN, COUNTED.due_on < today)


def acknowledgement_overdue(today: date) -> Condition:
    """The condition that a stage is not acknowledged though its day has passed."""
    return and_(COUNTED.acknowledged == Acknowledged.WAITING.value, COUNTED.acknowledge_by < today)


def open_on(day: date) -> Condition:
    """The condition that a stage had begun and was not over on a day."""
    return and_(COUNTED.begun_on <= day, or_(day < OVER, and_(OVER.is_(None), OPEN)))


@lru_cache(maxsize=8)  # they are many, and the lists of one page of figures share them
def conditions(today: date, first: date) -> Mapping[str, Counts]:
    """For each figure of a stage, as its document names it: by which day it is of a period, and the condition.

    `first` is the first day of the period: the measures of the regulator are dated by it.
    """
    return {
        "received": (Cohort.BEGUN, true()),
        "responses_due": (Cohort.DUE, or_(ANSWERED, overdue(today))),
        "responded": (Cohort.ISSUED, ANSWERED),
        "open": (Cohort.BEGUN, OPEN),
        **_outcomes(),
        **_timeliness(today),
        **_acknowledgements(today),
        **_told(today),
        **_days(),
        **_satisfaction(),
        **_measures(today, first),
        "compensation": (Cohort.ISSUED, COUNTED.compensation > 0),
        "among_upheld": (Cohort.BEGUN, UPHELD),
    }


def _outcomes() -> dict[str, Counts]:
    none = COUNTED.outcome.is_(None)
    parts = {each.value: COUNTED.outcome == each.value for each in Outcome}
    parts |= {NOT_ANSWERED: and_(none, OPEN), UNKNOWN: and_(none, ~OPEN)}
    parts |= {"upheld_or_in_part": UPHELD, "decided": _one_of(DECISIONS)}
    parts["merged"] = _one_of([each for some in MERGED.values() for each in some])
    found = {f"outcomes.{name}": (Cohort.ISSUED, which) for name, which in parts.items()}
    refused = COUNTED.outcome == Outcome.REFUSED.value
    grounds = {each.value: COUNTED.refusal == each.value for each in Ground}
    grounds |= {OTHER: COUNTED.refusal.not_in(list(grounds)), UNKNOWN: COUNTED.refusal.is_(None)}
    return found | {
        f"refused_by_ground.{name}": (Cohort.ISSUED, and_(refused, which)) for name, which in grounds.items()
    }


def _timeliness(today: date) -> dict[str, Counts]:
    parts = {each.value: COUNTED.timeliness == each.value for each in Timeliness}
    parts[Timeliness.OUT_OF_TARGET.value] = _late(today)
    parts[UNKNOWN] = and_(ANSWERED, COUNTED.timeliness.is_(None))
    parts["on_time"] = ON_TIME
    return {f"timeliness.{name}": (Cohort.DUE, which) for name, which in parts.items()}


def _acknowledgements(today: date) -> dict[str, Counts]:
    said = {each: COUNTED.acknowledged == each.value for each in Acknowledged}
    in_time = said[Acknowledged.IN_TIME]
    parts = {
        "due": or_(in_time, said[Acknowledged.LATE], acknowledgement_overdue(today)),
        "in_time": in_time,
        "late": or_(said[Acknowledged.LATE], acknowledgement_overdue(today)),
        "unknown": said[Acknowledged.UNKNOWN],
    }
    return {f"acknowledgements.{name}": (Cohort.ACKNOWLEDGEMENT_DUE, which) for name, which in parts.items()}


def _told(today: date) -> dict[str, Counts]:
    extended, late = COUNTED.extended_to.is_not(None), _late(today)
    told_late = COUNTED.late_told_on.is_not(None)
    parts = {
        "extended_and_told": and_(extended, COUNTED.told_in_time.is_(True)),
        "extended_untold": and_(extended, COUNTED.told_in_time.is_(False)),
        "extended_unknown": and_(extended, COUNTED.told_in_time.is_(None)),
        "late_and_told": and_(late, told_late),
        "late_and_untold": and_(late, ~told_late, TOLD_KNOWN),
        "late_unknown": and_(late, ~told_late, ~TOLD_KNOWN),
    }
    return {f"told.{name}": (Cohort.DUE, which) for name, which in parts.items()}


def _late(today: date) -> Condition:
    return or_(COUNTED.timeliness == Timeliness.OUT_OF_TARGET.value, overdue(today))


def _days() -> dict[str, Counts]:
    """What the means and the ranks of days are taken from."""
    since = {"from_receipt": COUNTED.days_from_receipt, "from_acknowledgement": COUNTED.days_from_acknowledgement}
    return {
        f"days.{name}": (Cohort.ISSUED, and_(COUNTED.responded_on.is_not(None), days.is_not(None)))
        for name, days in since.items()
    }


def _satisfaction() -> dict[str, Counts]:
    said = COUNTED.satisfaction
    parts = {each.value: said == each.value for each in Score}
    parts |= {"answered": said.is_not(None), "satisfied": said.in_([each.value for each in SATISFIED])}
    return {f"satisfaction.{name}": (Cohort.BEGUN, which) for name, which in parts.items()}


def _measures(today: date, first: date) -> dict[str, Counts]:
    """What the Tenant Satisfaction Measures are computed from, of all tenures."""
    by = formula(first)
    due = and_(or_(ANSWERED, overdue(today)), ~_one_of(by.not_due), or_(COUNTED.timeliness.is_not(None), OPEN))
    return {
        "tsm.CH01": (Cohort.BEGUN, ~_one_of(by.not_received)),
        "tsm.CH02.due": (Cohort.DUE, due),
        "tsm.CH02.in_time": (Cohort.DUE, and_(due, ON_TIME)),
    }


def _one_of(outcomes: Iterable[Outcome]) -> Condition:
    """The condition that a stage ended in one of these ways; it is false, not empty, of one without an outcome."""
    return func.coalesce(COUNTED.outcome, "").in_([each.value for each in outcomes])
