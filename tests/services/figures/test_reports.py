"""A report is what one would count by hand, whatever cases there are, and it adds up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import DIMENSIONS, OF_STAGE_2_ALONE
from app.domain.figures.periods import Basis
from app.domain.figures.reports import Asked
from app.domain.landlord.tenures import Tsm
from app.services.figures import reports
from app.store.case.complaints import ComplaintRow
from app.store.figures.counted import CountedRow, row
from tests.figured import PERIOD, TODAY, all_counted, cases, naive, naive_breakdown

MOST_QUERIES = 15
AT = datetime(2027, 2, 1, 9, tzinfo=UTC)


def put(session: Session, complaints: list[Complaint]) -> None:
    """Keep what these cases count as, and of the cases themselves no more than their numbers."""
    for number, case in enumerate(complaints, 1):
        given: dict[str, Any] = {"reference": f"case-{number}", "position": 1, "stage": len(case.stages)}
        given |= {"phase": "sent", "danger": "no"}
        rest = {"received_on": case.received_on, "channel": "", "service_area": "", "changed_at": AT}
        session.execute(insert(ComplaintRow.__table__), {"id": number, **given, **rest})
    rows = [row(number, each) for number, each in all_counted(complaints)]
    if rows:
        session.execute(insert(CountedRow.__table__), rows)


@contextmanager
def filled(database: Database, complaints: list[Complaint]) -> Iterator[Session]:
    """A database in which these are counted and nothing else, and which is empty again after it."""
    with database.engine.connect() as connection, connection.begin() as transaction:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            put(session, complaints)
            yield session
        transaction.rollback()


def computed(session: Session, basis: Basis, **only: str) -> dict[str, Any]:
    """The report of the period."""
    return reports.compute(session, Asked(PERIOD, basis, TODAY, {Tsm.LCRA: 900}), "en", only)


@given(complaints=st.lists(cases(), max_size=12), basis=st.sampled_from(Basis))
@settings(max_examples=40, deadline=None)
def test_a_report_is_what_one_would_count_by_hand(
    database: Database, complaints: list[Complaint], basis: Basis
) -> None:
    rows = [each for _, each in all_counted(complaints)]
    with filled(database, complaints) as session:
        document = computed(session, basis)

    assert document["reconciliation"] == []
    for stage in Stage:
        wanted, got = naive(rows, stage, basis, PERIOD), told(document["stages"][str(int(stage))])
        unknown = {name for name in wanted if got[name] is None}
        assert {name: got[name] for name in wanted} == {**wanted, **dict.fromkeys(unknown)}
        assert {wanted[name] for name in unknown} <= {0}
    for dimension in set(DIMENSIONS) - OF_STAGE_2_ALONE:
        lines = document["breakdowns"][dimension]
        if lines is not None:
            by_hand = sorted(naive_breakdown(rows, dimension, PERIOD).values())
            assert sorted(line["total"] for line in lines) == by_hand


def told(stage: dict[str, Any]) -> dict[str, int | None]:
    """The figures of a stage side by side."""
    acknowledged = {f"acknowledged_{name}": count for name, count in stage["acknowledgements"].items()}
    return {**stage, **stage["outcomes"], **stage["timeliness"], **stage["told"], **acknowledged}


@given(complaints=st.lists(cases(), max_size=12))
@settings(max_examples=15, deadline=None)
def test_one_key_alone_is_counted_as_its_line_says(database: Database, complaints: list[Complaint]) -> None:
    with filled(database, complaints) as session:
        document = computed(session, Basis.RECEIVED)
        damp = computed(session, Basis.RECEIVED, theme="damp")

    lines = document["breakdowns"]["theme"] or []
    wanted = next((line["total"] for line in lines if line["label"] == "damp"), 0)
    assert damp["stages"]["1"]["received"] + damp["stages"]["2"]["received"] == wanted
    assert damp["reconciliation"] == []


@pytest.mark.parametrize("basis", Basis)
def test_a_whole_report_asks_few_questions(database: Database, basis: Basis) -> None:
    asked: list[str] = []

    def note(*execution: Any) -> None:
        asked.extend(each for each in execution[2:3] if not each.startswith("SAVEPOINT"))

    with filled(database, []) as session:
        event.listen(database.engine, "before_cursor_execute", note)
        computed(session, basis)
        event.remove(database.engine, "before_cursor_execute", note)

    assert 0 < len(asked) <= MOST_QUERIES


def test_a_report_of_nothing_is_nothing_and_no_nought_stands_for_what_nobody_kept(database: Database) -> None:
    with filled(database, []) as session:
        document = computed(session, Basis.RECEIVED)

    assert (document["previous"], document["escalation_rate"], document["reconciliation"]) == (None, None, [])
    assert document["stages"]["1"]["received"] == 0
    assert document["stages"]["1"]["mean_working_days"] == {"from_receipt": None, "from_acknowledgement": None}
