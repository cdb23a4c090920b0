"""Promises, what people said, stock and flow, weeks and who complained are what one would count by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite
from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.case.survey_states import Score
from app.domain.clock.profiles import Stage
from app.domain.figures.counted_states import Counted, Standing
from app.domain.figures.periods import Basis
from app.domain.figures.reports import Asked
from app.domain.figures.satisfaction import QUESTIONS
from app.domain.figures.stated import Key, Statement, Subject
from app.domain.promises.ledger import Ending, PromiseState, Verdict
from app.services.figures import reports, stated
from app.store.case.surveys import SurveyRow
from app.store.figures.imports import PastLineRow
from app.store.people.equality import EqualityRow
from app.store.promises import promises
from app.store.promises.promises import PromiseRow
from tests.cases import deed
from tests.figured import PERIOD, SAID, TODAY, a_stage, all_counted, cases
from tests.services.figures.test_reports import computed, filled

maybe = st.sampled_from([None, *Score])


@composite
def promise_states(draw: DrawFn, number: int, received: date) -> PromiseState:
    """A promise anywhere on its way."""

    def later(least: int, most: int) -> date:
        return received + timedelta(days=draw(st.integers(least, most)))

    first, ending = later(5, 90), draw(st.sampled_from([None, None, None, *Ending]))
    due, done, verdict = first, None, None
    if draw(st.booleans()):
        due = later(5, 120)
    if draw(st.booleans()):
        done, verdict = later(5, 120), draw(st.sampled_from([None, *Verdict]))
    missed = tuple(draw(st.lists(st.just(first), max_size=2)))
    return PromiseState(
        number, SAID, 1, due, 1, first, done_on=done, verdict=verdict, judged_on=done, ending=ending,
        times_not_done=int(verdict is Verdict.PARTLY), appointments_missed=missed,
    )  # fmt: skip


@composite
def promised_cases(draw: DrawFn) -> tuple[Complaint, list[Score | None]]:
    """A complaint with its promises, and what they said of how it was dealt with."""
    case = draw(cases())
    begun = case.received_on or TODAY
    some = tuple(draw(promise_states(number, begun)) for number in range(1, draw(st.integers(0, 2)) + 1))
    return replace(case, promises=some), [draw(maybe) for _ in QUESTIONS]


Case = tuple[Complaint, list[Score | None]]


@contextmanager
def told(database: Database, some: Sequence[Case]) -> Iterator[Session]:
    """A database in which these are counted, with their promises and surveys."""
    with filled(database, [case for case, _ in some]) as session:
        for number, (case, scores) in enumerate(some, 1):
            if rows := promises.rows(number, case):
                session.execute(insert(PromiseRow.__table__), rows)
            answers = {name: "" if each is None else each.value for name, each in zip(QUESTIONS, scores, strict=True)}
            row = {"case_id": number, "answered_on": case.received_on, "how": "page", **answers}
            session.execute(insert(SurveyRow.__table__), row)
        yield session


def became(promise: PromiseState) -> str:
    """What became of a promise, as a person would say."""
    if promise.ending is not None:
        return promise.ending.value
    if promise.disputed:
        return "disputed"
    if promise.kept_on is None:
        return "late" if promise.due_on < TODAY else "not_due"
    if promise.kept_on > promise.due_on:
        return "kept_late"
    return "kept_by_new_date" if promise.kept_on > promise.first_due_on else "kept_in_time"


def within(day: date | None) -> bool:
    return day is not None and PERIOD.first <= day <= PERIOD.last


@given(some=st.lists(promised_cases(), max_size=8), basis=st.sampled_from(Basis))
@settings(max_examples=15, deadline=None)
def test_the_measures_are_what_one_would_count_by_hand(database: Database, some: list[Case], basis: Basis) -> None:
    counted = all_counted(case for case, _ in some)
    with told(database, some) as session:
        document = computed(session, basis)

    assert document["reconciliation"] == []
    those = {case_id for case_id, row in counted if row.stage == Stage.ONE}
    assert_promises(document["promises"], [case for number, (case, _) in enumerate(some, 1) if number in those], basis)
    for stage in Stage:
        assert_stock(document["stock"][str(int(stage))], [row for _, row in counted if row.stage == stage])
    assert_weeks(document["weeks"], [row for _, row in counted if row.stage])
    last = {case_id: row.begun_on for case_id, row in counted}
    easy = [scores[1] for number, (_, scores) in enumerate(some, 1) if within(last.get(number))]
    answers = (document["satisfaction_by_question"]["easy"] or {"answers": {}})["answers"]
    assert {score: count for score, count in answers.items() if count} == Counter(each.value for each in easy if each)


def assert_promises(figures: dict[str, Any], some: list[Complaint], basis: Basis) -> None:
    """Promises are those of complaints received in the period or, by event, those whose day is in it."""
    of = [(case, each) for case in some for each in case.promises]
    counted = [each for case, each in of if within(each.due_on if basis is Basis.EVENT else case.received_on)]
    assert {part: count for part, count in figures["parts"].items() if count} == Counter(map(became, counted))
    assert figures["appointments_missed"] == sum(len(each.appointments_missed) for each in counted)
    assert figures["was_disputed"] == sum(each.times_not_done > 0 for each in counted)


def assert_stock(figures: dict[str, Any], rows: list[Counted]) -> None:
    """What is open is whatever began and was not over; of what nobody kept whether it was, nothing is."""
    kept = [(row.begun_on, row.responded_on or row.stopped_on, row.standing) for row in rows]
    dated = [(begun, over and max(begun, over)) for begun, over, stood in kept if over or stood is Standing.OPEN]

    def open_at(day: date) -> int:
        return sum(begun < day and (over is None or over >= day) for begun, over in dated)

    assert figures["open_at_start"] == open_at(PERIOD.first)
    assert figures["open_at_end"] == open_at(PERIOD.last + timedelta(days=1))
    assert figures["received"] == sum(within(row.begun_on) for row in rows)
    assert figures["finished"] == sum(within(over) for _, over in dated)


def assert_weeks(lines: list[dict[str, Any]], rows: list[Counted]) -> None:
    """Weeks run from Monday, and none that has begun is left out."""
    mondays = Counter(row.begun_on - timedelta(days=row.begun_on.weekday()) for row in rows if within(row.begun_on))
    assert {line["label"]: line["total"] for line in lines if line["total"]} == {
        monday.isoformat(): count for monday, count in mondays.items()
    }
    assert [line["label"] for line in lines][:2] == ["2026-06-29", "2026-07-06"]


def test_promises_of_what_was_brought_in_are_unknown(database: Database) -> None:
    case = Complaint(received_on=PERIOD.first, stage_1=a_stage(PERIOD.first))
    with told(database, [(case, [None] * 4)]) as session:
        before = computed(session, Basis.RECEIVED)
        session.execute(insert(PastLineRow.__table__), {"line": "1", "content": "", "case_id": 1})
        document = computed(session, Basis.RECEIVED)

    assert (before["promises"]["made"], before["promises"]["kept_rate"]) == (0, None)
    assert (document["promises"]["made"], document["promises"]["complaints_unknown"]) == (None, 1)
    assert {"measure": "promises", "why": "not_kept"} in document["notes"]


def customers(group: str, count: int) -> Statement:
    """How many of all customers are of an age."""
    return Statement(Key(Subject.CUSTOMERS, "age", group, PERIOD.first, PERIOD.first), Decimal(count))


def test_who_complained_is_told_of_whole_years_and_small_counts_are_left_out(database: Database) -> None:
    case = Complaint(received_on=date(2026, 2, 2), stage_1=a_stage(date(2026, 2, 2)))
    with told(database, [(case, [None] * 4)]) as session:
        for age, count in (("under_25", 3), ("25_to_44", 40), ("65_or_over", 21)):
            rows = [{"year": 2026, "age": age, "disabled": "", "ethnicity": "white"} for _ in range(count)]
            session.execute(insert(EqualityRow.__table__), rows)
        base = {"under_25": 300, "25_to_44": 100, "45_to_64": 0, "65_or_over": 0}
        stated.put(session, [customers(*each) for each in base.items()], deed(by="staff:1"))
        part_of_a_day = Key(Subject.CUSTOMERS, "age", "under_25", PERIOD.last, PERIOD.last)
        stated.put(session, [Statement(part_of_a_day, Decimal(9))], deed(by="staff:1"))
        document = computed(session, Basis.RECEIVED)
        part = computed(session, Basis.RECEIVED, theme="damp")
        while_it_runs = reports.compute(session, Asked(PERIOD, Basis.RECEIVED, date(2026, 12, 31), {}), "en")

    age = document["profile"]["age"]
    assert [line["customer_base_share"] for line in age["groups"]] == [0.75, 0.25, 0, 0, 0]
    shown = {line["label"]: line["complainants"] for line in age["groups"]}
    assert shown == {"under_25": None, "25_to_44": 40, "45_to_64": 0, "65_or_over": None, "unknown": 0}
    assert (age["total"], age["left_out"], document["profile"]["years"]) == (64, ["under_25", "65_or_over"], [2026])
    assert (part["profile"], while_it_runs["profile"]) == (None, None)
    assert document["profile"]["ethnicity"]["groups"][3]["complainants_share"] == 1
