"""Cases drawn by chance that the figures count, and what they should come to, counted one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from app.domain.case.state import Complaint, LetterState, StageState
from app.domain.case.vocabulary import Channel, Ended, Extension, PointFound
from app.domain.clock.profiles import Finding, Ground, Stage
from app.domain.figures import counted
from app.domain.figures.counted_states import Acknowledged, Counted, Standing, Timeliness
from app.domain.figures.filing import EVERYTHING, Filing, Known, Outcome, StageFiling
from app.domain.figures.periods import Basis, Period
from app.domain.mail.notices import Notice
from app.domain.said import Said
from tests.calendars import ENGLAND_AND_WALES

FIRST = date(2026, 1, 5)
PERIOD = Period(date(2026, 7, 1), date(2027, 3, 31))
TODAY = date(2027, 2, 1)
SAID = Said(1, "")

days = st.integers(0, 400).map(lambda number: FIRST + timedelta(days=number))
keys = st.sampled_from([None, None, "damp", "rent", "noise"])
known = st.sampled_from([EVERYTHING, EVERYTHING, Known(0), EVERYTHING & ~Known.TOLD, EVERYTHING & ~Known.ACKNOWLEDGED])
KEEPS = ("theme", "directorate", "neighbourhood", "contractor", "root_cause", "escalation_reason")


@composite
def stages(draw: DrawFn, stage: Stage, began: date) -> tuple[StageState, LetterState, StageFiling]:
    """A stage anywhere on its way, the letter that told of more time, and what of it is known."""

    def later(least: int, most: int) -> date:
        return began + timedelta(days=draw(st.integers(least, most)))

    acknowledged = (draw(st.booleans()) and later(0, 10)) or None
    limit = later(14, 20)
    state = StageState(stage, began, began + timedelta(days=7), limit, limit, limit, limit, acknowledged, acknowledged)
    if draw(st.booleans()):
        state = replace(state, extensions=(Extension(limit, limit + timedelta(days=draw(st.integers(-3, 14))), 1),))
    told_on = draw(st.sampled_from([None, limit, limit + timedelta(days=1)]))
    letter = LetterState(1, Notice.MORE_TIME, stage, 1, None, began, began, sent_on=told_on)
    if draw(st.booleans()):
        found = tuple(PointFound(1, each, SAID) for each in draw(st.lists(st.sampled_from(Finding), min_size=1)))
        answered = later(1, 45)
        state = replace(state, answered_on=answered, answer_sent_on=answered, findings=found)
    return state, letter, StageFiling(draw(known))


def a_stage(began: date) -> StageState:
    """A first stage that was answered at once."""
    return StageState(Stage.ONE, *[began] * 6, answered_on=began, answer_sent_on=began)


@composite
def cases(draw: DrawFn) -> Complaint:
    """A complaint of one stage or two, filed under whatever was kept of it."""
    began = draw(days)
    one, letter, filed_1 = draw(stages(Stage.ONE, began))
    two, _, filed_2 = draw(stages(Stage.TWO, began + timedelta(days=draw(st.integers(1, 60)))))
    ended = draw(st.sampled_from([None, None, None, Ended.WITHDRAWN, Ended.REFUSED, Ended.MERGED, Ended.DIED]))
    filing = Filing(
        tenure=draw(st.sampled_from([None, "lcra", "lcho", "market"])),
        complainant=draw(st.sampled_from([None, "1", "2", "3"])),
        refusal=draw(st.sampled_from([None, *Ground])),
        compensation=draw(st.sampled_from([None, 0, 5000])),
        stage_1=filed_1,
        stage_2=filed_2,
        **{name: draw(keys) for name in KEEPS},
    )
    return Complaint(
        received_on=began,
        channel=draw(st.sampled_from(Channel)),
        service_area=draw(st.sampled_from(["", "repairs", "estates"])),
        stage_1=one,
        stage_2=two if draw(st.booleans()) else None,
        letters=(letter,),
        filing=filing,
        ended=ended,
        ended_on=None if ended is None else began + timedelta(days=30),
    )


def all_counted(complaints: Iterable[Complaint]) -> list[tuple[int, Counted]]:
    """What each case counts as, by its number."""
    numbered = enumerate(complaints, 1)
    return [(number, each) for number, case in numbered for each in counted.of(case, ENGLAND_AND_WALES)]


def overdue(row: Counted) -> bool:
    """Not answered, though its day has passed."""
    return row.standing is Standing.OPEN and row.due_on is not None and row.due_on < TODAY


def late(row: Counted) -> bool:
    """Answered too late, or not answered though its day has passed."""
    return row.timeliness is Timeliness.OUT_OF_TARGET or overdue(row)


def to_acknowledge(row: Counted) -> bool:
    """Acknowledged, or its day to be has passed."""
    waits = row.acknowledged is Acknowledged.WAITING and (row.acknowledge_by or TODAY) < TODAY
    return waits or row.acknowledged in (Acknowledged.IN_TIME, Acknowledged.LATE)


def naive(rows: Sequence[Counted], stage: Stage, basis: Basis, period: Period) -> dict[str, int]:
    """Some figures of a stage, counted row by row as a person would."""

    def number(day: date | None, row: Counted, holds: bool) -> bool:
        counted_by = day if basis is Basis.EVENT else row.begun_on
        return holds and counted_by is not None and period.first <= counted_by <= period.last

    def count(day_of: Callable[[Counted], date | None], which: Callable[[Counted], bool]) -> int:
        return sum(number(day_of(row), row, which(row)) for row in rows if row.stage == stage)

    begun, due, over, acknowledge = (
        lambda row: row.begun_on,
        lambda row: row.due_on,
        lambda row: row.responded_on or row.stopped_on,
        lambda row: row.acknowledge_by,
    )
    return {
        "received": count(begun, lambda _: True),
        "responses_due": count(due, lambda row: row.standing is Standing.ANSWERED or overdue(row)),
        "responded": count(over, lambda row: row.standing is Standing.ANSWERED),
        **{each.value: count(over, lambda row, each=each: row.outcome is each) for each in Outcome},  # type: ignore[misc]
        "within_target": count(due, lambda row: row.timeliness is Timeliness.WITHIN_TARGET),
        "within_extension": count(due, lambda row: row.timeliness is Timeliness.WITHIN_EXTENSION),
        "out_of_target": count(due, late),
        "acknowledged_due": count(acknowledge, to_acknowledge),
        "acknowledged_in_time": count(acknowledge, lambda row: row.acknowledged is Acknowledged.IN_TIME),
        "late_and_told": count(due, lambda row: late(row) and row.late_told_on is not None),
    }


def naive_breakdown(rows: Sequence[Counted], dimension: str, period: Period) -> dict[str | None, int]:
    """How many stages that began in the period stand under each key."""
    begun = [row for row in rows if row.stage and period.first <= row.begun_on <= period.last]
    return Counter(getattr(row.under, dimension) for row in begun)
