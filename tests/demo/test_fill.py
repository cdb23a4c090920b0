"""The demo's landlord: believable, whole, and computed from its record alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.adapters.storage import Storage
from app.demo import fill
from app.demo.stories import STORIES
from app.services import projections, record
from app.store.case.complaints import ComplaintRow
from app.store.case.evidence import EvidenceRow
from app.store.case.refusals import RefusalRow
from app.store.clock.duties import DutyRow
from app.store.promises.promises import PromiseRow
from app.store.schema import Base

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEY = b"a key that only tests know"


@pytest.fixture
def files(tmp_path: Path) -> Storage:
    return Storage(tmp_path / "files")


def rows(session: Session, table: type[Base]) -> list[tuple[object, ...]]:
    """Everything a table holds."""
    columns = table.__table__.c
    return [tuple(row) for row in session.execute(select(columns).order_by(*table.__table__.primary_key))]


def test_a_demo_has_a_complaint_in_every_phase_and_a_record_that_holds(session: Session, files: Storage) -> None:
    told = fill.fill(session, KEY, files, AT)

    phases = set(session.scalars(select(ComplaintRow.phase)))
    assert told == len(STORIES)
    assert phases == {"sent", "looking", "putting_right", "finished", "stopped", "refused"}
    assert record.verify(session).broken == ()


def test_what_is_projected_is_what_the_history_folds_to(session: Session, files: Storage) -> None:
    fill.fill(session, KEY, files, AT)
    kept = {table: rows(session, table) for table in (ComplaintRow, DutyRow, PromiseRow, RefusalRow)}

    after: str | None = ""
    while after is not None:
        after = projections.rebuild(session, after, 5, kind="complaint")

    assert {table: rows(session, table) for table in kept} == kept


def test_a_database_with_complaints_is_left_alone(session: Session, files: Storage) -> None:
    fill.fill(session, KEY, files, AT)

    with pytest.raises(fill.NotEmpty):
        fill.fill(session, KEY, files, AT)


def test_everybody_can_sign_in(session: Session, files: Storage) -> None:
    fill.fill(session, KEY, files, AT)

    shown = [each.by for each in fill.sign_ins(session, KEY, AT)]

    assert len(shown) == 9
    assert all(len(each[-1]) in (4, 6) for each in shown)


def test_what_residents_sent_can_be_opened(session: Session, files: Storage) -> None:
    fill.fill(session, KEY, files, AT)

    kept = session.scalars(select(EvidenceRow)).all()

    assert {row.kind for row in kept} == {"jpeg", "pdf"}
    for row in kept:
        assert row.look_at is None
        assert files.get(row.address or "", row.salt or b"")
