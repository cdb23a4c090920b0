"""Erasure and access reports are read from the columns: whatever is marked as personal goes, and is told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Integer, LargeBinary, func, select, update

from app.store import ddl
from app.store.case.draft_files import DraftFileRow
from app.store.case.wordings import CASE
from app.store.figures.past_uploads import PastUploadFaultRow
from app.store.landlord import retention
from app.store.people.sessions import SessionCaseRow
from app.store.schema import Kind
from tests.rows import AT, fill

OPENS = re.compile(r"(_hmac|_hash|salt|token)$|^(factor|key)$")
PROMISED = {
    "answer_draft": AT + timedelta(days=90),
    "case_group": datetime(2032, 11, 23, 12, tzinfo=UTC),
    "common_part": datetime(2032, 11, 23, 12, tzinfo=UTC),
    "edition_name": datetime(2032, 11, 23, 12, tzinfo=UTC),
    "draft": AT + timedelta(days=30),
    "improvement_text": datetime(2032, 11, 23, 12, tzinfo=UTC),
    "equality": datetime(2030, 1, 1, tzinfo=UTC),
    "idempotency_key": AT + timedelta(days=7),
    "outbox": datetime(2027, 11, 23, 12, tzinfo=UTC),
    "past_upload": AT + timedelta(days=14),
    "parked": AT + timedelta(days=1),
    "session": AT + timedelta(days=2),
    "staff": datetime(2032, 11, 23, 12, tzinfo=UTC),
    "tray": AT + timedelta(days=30),
}
LONG_AFTER = datetime(2040, 1, 2, tzinfo=UTC)
CASE_ID, ANOTHER = 17, 171
OF_CASES = [each for each in retention.marked() if each.table.name not in retention.LEADS_TO_NO_CASE]


def test_whatever_is_personal_goes_in_time_or_with_its_case_or_is_replaced():
    lasts = {each.table.name for each in retention.marked() if not each.keep.since and not each.keep.with_case}

    assert lasts == {"landlord", "draft_file", "past_upload_fault"}, "what belongs to a draft or a file goes with it"
    assert [key.column.table.name for key in DraftFileRow.__table__.foreign_keys] == ["draft"]
    assert [key.column.table.name for key in PastUploadFaultRow.__table__.foreign_keys] == ["past_upload"]


def test_what_goes_with_its_case_is_kept_equally_long():
    assert {each.keep for each in retention.marked() if each.keep.with_case} == {CASE}


def test_what_goes_by_itself_names_a_column_that_says_since_when():
    assert [each.table.name for each in retention.passing() if each.keep.since not in each.table.c] == []


@pytest.mark.parametrize("what", retention.marked(), ids=lambda what: what.table.name)
def test_every_personal_table_leads_to_a_case_or_is_known_not_to(what):
    of_no_case = what.table.name in retention.LEADS_TO_NO_CASE

    assert (retention.belongs_to(what.table, CASE_ID) is None) == of_no_case


def test_all_that_is_marked_is_held_and_told_of_the_case_alone(session):
    for table in dict.fromkeys(each.table for each in OF_CASES):
        fill(session, table, CASE_ID)
        fill(session, table, ANOTHER)

    held = retention.held_about(session, CASE_ID)

    told = {(table, column) for table, rows in held.items() for row in rows for column in row}
    assert {(each.table.name, column.name) for each in OF_CASES for column in each.columns} <= told
    assert {table: len(rows) for table, rows in held.items()} == dict.fromkeys(held, 1)


def test_all_that_goes_with_its_case_goes_and_that_of_another_stays(session):
    theirs = [each for each in OF_CASES if each.keep.with_case]
    for what in theirs:
        fill(session, what.table, CASE_ID)
        fill(session, what.table, ANOTHER)

    retention.erase_case(session, CASE_ID)

    for what in theirs:
        assert set(personal(session, what, CASE_ID)) <= {None, ""}
        assert not {None, ""} & set(personal(session, what, ANOTHER))


@pytest.mark.parametrize("what", retention.passing(), ids=lambda what: what.table.name)
def test_what_has_served_its_time_goes_a_slice_at_a_time_and_what_has_not_stays(session, what):
    for number in (CASE_ID, ANOTHER):
        fill(session, what.table, number, **{what.keep.since: at_of(what)})

    assert retention.count_over(session, what, AT) == 0
    assert retention.forget(session, what, AT, 10) == 0
    assert retention.count_over(session, what, LONG_AFTER) == 2
    assert [retention.forget(session, what, LONG_AFTER, 1) for _ in range(3)] == [1, 1, 0]
    left = session.scalar(select(func.count()).select_from(what.table))
    assert left == (2 if what.table.info["kind"] is Kind.REFERENCE else 0)


def test_of_who_left_long_ago_the_number_stays_and_no_name(session):
    [staff] = [each for each in retention.passing() if each.table.name == "staff"]
    for number in (3, 4):
        fill(session, staff.table, number, left_at=AT)

    retention.forget(session, staff, LONG_AFTER, 10)

    rows = session.execute(select(staff.table.c["id", "name", "email", "phone"]).order_by(staff.table.c.id)).all()
    assert rows == [(3, "", "3", ""), (4, "", "4", "")]


def test_whatever_opens_anything_is_marked_as_secret():
    columns = [column for table in ddl.everything().sorted_tables for column in table.columns]
    opens = [each for each in columns if OPENS.search(each.name) or is_of_a_case(each, LargeBinary)]

    assert len(opens) > 12
    assert [str(each) for each in opens if not each.info["secret"]] == []


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_what_is_used_again_while_it_is_looked_for_stays(own_database):
    [sessions] = [each for each in retention.passing() if each.table.name == "session"]
    with own_database.writing() as session:
        fill(session, sessions.table, 5, seen_at=AT)
    with own_database.writing() as theirs:
        theirs.execute(update(sessions.table).values(seen_at=LONG_AFTER))
        with own_database.writing() as ours:
            assert retention.forget(ours, sessions, LONG_AFTER, 10) == 0

    with own_database.writing() as session:
        assert retention.forget(session, sessions, LONG_AFTER, 10) == 0
        assert len(session.execute(select(SessionCaseRow.__table__)).all()) == 1


@pytest.mark.parametrize("what", retention.passing(), ids=lambda what: what.table.name)
def test_each_goes_at_the_instant_it_has_served_its_time_and_not_before(session, what):
    """The periods that operating.md promises."""
    fill(session, what.table, CASE_ID, **{what.keep.since: at_of(what)})
    last = PROMISED[what.table.name]

    assert retention.count_over(session, what, last - timedelta(microseconds=1)) == 0
    assert retention.count_over(session, what, last) == 1


def test_a_case_is_kept_as_long_as_is_promised():
    assert (CASE.years, CASE.days) == (6, 0)


def at_of(what: retention.Marked) -> object:
    return AT.year if isinstance(what.table.c[what.keep.since].type, Integer) else AT


def is_of_a_case(column: Column[Any], kind: type) -> bool:
    return isinstance(column.type, kind) and retention.belongs_to(column.table, CASE_ID) is not None


def personal(session, what, case_id: int) -> list[Any]:
    rows = session.execute(select(*what.columns).where(what.table.c.case_id == case_id))
    return [value for row in rows for value in row]
