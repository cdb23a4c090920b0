"""The demo's landlord: believable, whole, and computed from its record alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.adapters.storage import Folder
from app.db import Database
from app.demo import fill
from app.demo.past_years import A_YEAR, FEWER
from app.demo.stories import STORIES
from app.services import projections, record
from app.services.figures import editions, published
from app.store.case.complaints import ComplaintRow
from app.store.case.evidence import EvidenceRow
from app.store.case.refusals import RefusalRow
from app.store.case.reviews import ReviewRow
from app.store.case.surveys import SurveyRow
from app.store.clock.duty_rows import DutyRow
from app.store.figures.counted import CountedRow
from app.store.promises.promises import PromiseRow
from app.store.schema import Base

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEY = b"a key that only tests know"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def filled(database: Database, files: Folder) -> Iterator[Session]:
    """The demo, filled once for all who look at it; nothing of it is left behind."""
    with database.engine.connect() as connection, connection.begin() as transaction:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            assert len(set(fill.fill(session, KEY, files, AT))) == len(STORIES)
            yield session
        transaction.rollback()


def rows(session: Session, table: type[Base]) -> list[tuple[object, ...]]:
    """Everything a table holds."""
    columns = table.__table__.c
    return [tuple(row) for row in session.execute(select(columns).order_by(*table.__table__.primary_key))]


def test_a_demo_has_a_complaint_in_every_phase_and_a_record_that_holds(filled: Session) -> None:
    phases = set(filled.scalars(select(ComplaintRow.phase)))
    assert phases == {"sent", "looking", "answered", "putting_right", "finished", "stopped", "refused", "merged"}
    assert record.verify(filled).broken == ()


def test_what_is_projected_is_what_the_history_folds_to(filled: Session) -> None:
    tables = (ComplaintRow, DutyRow, PromiseRow, RefusalRow, SurveyRow, ReviewRow, CountedRow)
    kept = {table: rows(filled, table) for table in tables}

    after: str | None = ""
    while after is not None:
        after = projections.rebuild(filled, after, 5, kind="complaint")

    assert {table: rows(filled, table) for table in kept} == kept


def test_the_annual_report_of_the_last_year_is_published_and_the_next_is_begun(filled: Session) -> None:
    begun, last = editions.lines(filled)
    shown = published.edition(filled, last.slug)

    assert (begun.stage, last.stage) == ("being_written", "published")
    assert shown is not None
    assert shown.document["stages"]["1"]["received"] == A_YEAR
    assert shown.document["previous"]["stages"]["1"]["received"] == FEWER
    ages = shown.document["profile"]["age"]
    assert {"under_25"} < set(ages["left_out"]) < {each["label"] for each in ages["groups"]}
    assert all(each["customer_base_share"] for each in ages["groups"])


def test_a_database_with_complaints_is_left_alone(filled: Session, files: Folder) -> None:
    with pytest.raises(fill.NotEmpty):
        fill.fill(filled, KEY, files, AT)


def test_everybody_can_sign_in(filled: Session) -> None:
    shown = [each.by for each in fill.sign_ins(filled, KEY, AT)]

    assert len(shown) == 11
    assert all(len(each[-1]) in (4, 6) for each in shown)


def test_what_residents_sent_can_be_opened(filled: Session, files: Folder) -> None:
    kept = filled.scalars(select(EvidenceRow)).all()

    assert {row.kind for row in kept} == {"jpeg", "pdf"}
    for row in kept:
        assert row.look_at is None
        assert files.get(row.address or "", row.salt or b"")
