"""What is kept beside the events of a case is written where it changed, and only there."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event, select

from app.store import case_rows
from app.store.case.surveys import SurveyRow
from app.store.figures.imports import PastLineRow
from tests.cases import a_complaint

SURVEY = {
    "over_since": date(2026, 11, 23),
    "asked_on": None,
    "answered_on": None,
    "how": "",
    **dict.fromkeys(("overall", "easy", "informed", "outcome"), ""),
}


@pytest.fixture
def case_id(session):
    return a_complaint(session).case_id


@pytest.fixture
def told(session):
    """What is told to the database from now on, by its first word and its table."""
    found = []

    def listen(_connection, _cursor, statement, *_others):
        found.append((statement.split()[0], statement.split()[2]))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", listen)
    return found


def test_a_table_that_did_not_change_is_left_alone(session, case_id, told):
    survey = {SurveyRow: [SURVEY | {"case_id": case_id}], PastLineRow: []}

    case_rows.put(session, case_id, survey, {})
    case_rows.put(session, case_id, survey, survey)

    assert told == [("INSERT", "survey")]


def test_what_changed_or_is_not_known_is_put_in_the_place_of_what_stood_there(session, case_id, told):
    one, other = ([SURVEY | {"case_id": case_id, "how": how}] for how in ("", "page"))

    case_rows.put(session, case_id, {SurveyRow: one}, {})
    case_rows.put(session, case_id, {SurveyRow: other}, {SurveyRow: one})
    case_rows.put(session, case_id, {SurveyRow: other}, None)

    assert told == [("INSERT", "survey"), *[("DELETE", "survey"), ("INSERT", "survey")] * 2]
    assert session.scalars(select(SurveyRow.how).where(SurveyRow.case_id == case_id)).all() == ["page"]
