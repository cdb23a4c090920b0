"""Which stages each figure counts, as a condition, and by which of their days they are in a period (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, literal, or_, true

from app.domain.clock.profiles import Ground
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.filing import Known, Outcome
from app.domain.figures.stages import NOT_ANSWERED, OTHER, UNKNOWN
from app.domain.figures.tallies import Cohort
from app.store.figures.counted import COUNTED

Condition = ColumnElement[bool]
Counts = tuple[Cohort, Condition]

ANSWERED = COUNTED.standing == Standing.ANSWERED.value
OPEN = COUNTED.standing == Standing.OPEN.value
TOLD_KNOWN = COUNTED.known.bitwise_and(literal(int(Known.TOLD))) != 0


def overdue(today: date) -> Condition:
    """The condition that a stage is not answered though its day has passed."""
    return and_(OPEN, COUNTED.due_on < today)


def acknowledgement_overdue(today: date) -> Condition:
    """The condition that a stage is not acknowledged though its day has passed."""
    return and_(COUNTED.acknowledged == Acknowledged.WAITING.value, COUNTED.acknowledge_by < today)


def conditions(today: date) -> Mapping[str, Counts]:
    """For each figure of a stage, as its document names it: by which day it is of a period, and the condition."""
    return {
        "received": (Cohort.BEGUN, true()),
        "responses_due": (Cohort.DUE, or_(ANSWERED, overdue(today))),
        "responded": (Cohort.ISSUED, ANSWERED),
        "open": (Cohort.BEGUN, OPEN),
        **_outcomes(),
        **_timeliness(today),
        **_acknowledgements(today),
        **_told(today),
    }


def _outcomes() -> dict[str, Counts]:
    none = COUNTED.outcome.is_(None)
    parts = {each.value: COUNTED.outcome == each.value for each in Outcome}
    parts |= {NOT_ANSWERED: and_(none, OPEN), UNKNOWN: and_(none, ~OPEN)}
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
