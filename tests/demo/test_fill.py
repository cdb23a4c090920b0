"""The demo's landlord: believable, whole, and computed from its record alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo import fill
from app.demo.stories import STORIES
from app.services import projections, record
from app.store.case.complaints import ComplaintRow
from app.store.case.refusals import RefusalRow
from app.store.clock.duties import DutyRow
from app.store.promises.promises import PromiseRow
from app.store.schema import Base

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEY = b"a key that only tests know"


def rows(session: Session, table: type[Base]) -> list[tuple[object, ...]]:
    """Everything a table holds."""
    columns = table.__table__.c
    return [tuple(row) for row in session.execute(select(columns).order_by(*table.__table__.primary_key))]


def test_a_demo_has_a_complaint_in_every_phase_and_a_record_that_holds(session: Session) -> None:
    told = fill.fill(session, KEY, AT)

    phases = set(session.scalars(select(ComplaintRow.phase)))
    assert told == len(STORIES)
    assert phases == {"sent", "looking", "putting_right", "finished", "stopped", "refused"}
    assert record.verify(session).broken == ()


def test_what_is_projected_is_what_the_history_folds_to(session: Session) -> None:
    fill.fill(session, KEY, AT)
    kept = {table: rows(session, table) for table in (ComplaintRow, DutyRow, PromiseRow, RefusalRow)}

    after: str | None = ""
    while after is not None:
        after = projections.rebuild(session, after, 5, kind="complaint")

    assert {table: rows(session, table) for table in kept} == kept


def test_a_database_with_complaints_is_left_alone(session: Session) -> None:
    fill.fill(session, KEY, AT)

    with pytest.raises(fill.NotEmpty):
        fill.fill(session, KEY, AT)


def test_everybody_can_sign_in(session: Session) -> None:
    fill.fill(session, KEY, AT)

    shown = [each.by for each in fill.sign_ins(session, KEY, AT)]

    assert len(shown) == 9
    assert all(len(each[-1]) in (4, 6) for each in shown)
