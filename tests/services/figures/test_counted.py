"""What every figure is counted from is what the history says, in every state a case can be in."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.figures import counted
from app.domain.landlord.permissions import Role
from app.services import projections as all_projections
from app.services.case import projections
from app.services.landlord import staff
from app.store import record
from app.store.case.complaints import stream
from app.store.clock import calendars
from app.store.figures.counted import CountedRow, row
from tests.cases import deed
from tests.kinds import KINDS
from tests.states import STATES

BY_THEMSELVES = {name: made for name, made in {**STATES, **KINDS}.items() if name != "kept_to_few"}
Rows = list[dict[str, object]]


def kept(session: Session) -> Rows:
    """Every row there is."""
    table = CountedRow.__table__
    rows = session.execute(select(table).order_by(*table.primary_key)).mappings()
    return [dict(each) for each in rows]


def told(session: Session, case_id: int) -> Rows:
    """The rows that the history of a case comes to."""
    complaint = projections.fold(record.read(session, stream(case_id)))
    calendar = calendars.load(session, complaint.calendar)
    rows = [row(case_id, each) for each in counted.of(complaint, calendar)]
    return sorted(rows, key=lambda each: (each["stage"], each["number"]))


def is_what_it_is(session: Session, case_id: int) -> None:
    """See that a case counts as its history says, and that the rows are the same when they are filled anew."""
    before = kept(session)
    assert [each for each in before if each["case_id"] == case_id] == told(session, case_id)

    session.execute(delete(CountedRow))
    after: str | None = ""
    while after is not None:
        after = all_projections.rebuild(session, after, 9, kind="complaint")
    assert kept(session) == before


@pytest.mark.parametrize("state", BY_THEMSELVES)
def test_a_case_is_counted_as_its_history_says(session: Session, state: str) -> None:
    made, _ = BY_THEMSELVES[state](session)

    is_what_it_is(session, made.case_id)


def test_a_case_that_few_may_see_is_counted_like_any_other(own_database: Database) -> None:
    with own_database.writing() as session:
        staff.add(session, "Grace Hall", "grace@example.org", frozenset({Role.HANDLER}), deed())
        made, _ = STATES["kept_to_few"](session)

        is_what_it_is(session, made.case_id)
        assert len(kept(session)) == 1
