"""Rows with something in every column, whatever the table is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, LargeBinary, Table, Text, insert
from sqlalchemy.orm import Session

from app.store.people.sessions import SessionCaseRow
from app.store.schema import Instant

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
OWN = {"stream": "complaint:%s", "actor": "party:%s.1", "owner": "party:%s.1"}


def fill(session: Session, table: Table, number: int, **known: object) -> None:
    """Keep one row with something in every column, told apart by a number; what is known stands as it is."""
    row = {column.name: anything(column, number) for column in table.columns if not column.foreign_keys}
    session.execute(insert(table), row | known)
    if table.name == "session":
        session.execute(insert(SessionCaseRow), {"session_id": number, "case_id": number, "party": 1})


def anything(column: Column[Any], number: int) -> Any:
    if column.name in OWN:
        return OWN[column.name] % number
    if isinstance(column.type, LargeBinary):
        return f"{column}{number}".encode()
    if isinstance(column.type, Text):
        return f"{column}{number}"
    values = ((Boolean, True), (Date, date(2026, 11, 23)), (Instant, AT))
    return next((value for kind, value in values if isinstance(column.type, kind)), number)


def test_whatever_opens_anything_is_marked_as_secret():
    columns = [column for table in ddl.everything().sorted_tables for column in table.columns]
    opens = [each for each in columns if OPENS.search(each.name) or is_of_a_case(each, LargeBinary)]

    assert len(opens) > 12
    assert [str(each) for each in opens if not each.info["secret"]] == []


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_what_is_used_again_while_it_is_looked_for_stays(own_database):
    [sessions] = [each for each in retention.passing() if each.table.name == "session"]
    with own_database.writing() as session:
        fill(session, sessions.table, 5, since="seen_at")
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
    fill(session, what.table, CASE_ID, since=what.keep.since)
    last = PROMISED[what.table.name]

    assert retention.count_over(session, what, last - timedelta(microseconds=1)) == 0
    assert retention.count_over(session, what, last) == 1


def test_a_case_is_kept_as_long_as_is_promised():
    assert (CASE.years, CASE.days) == (6, 0)
