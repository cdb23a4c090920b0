"""Every column says whether it holds personal data, and for how long."""

import pytest

from app.store import ddl
from app.store.schema import Keep, Kind

TABLES = ddl.everything().sorted_tables


def columns(*kinds: Kind):
    return [(table, column) for table in TABLES if table.info["kind"] in kinds for column in table.columns]


def test_there_are_tables_to_look_at():
    assert {"event", "outbox"} <= {table.name for table in TABLES}


def test_every_table_says_its_kind():
    assert [table.name for table in TABLES if not isinstance(table.info.get("kind"), Kind)] == []


def test_every_column_says_whether_it_is_personal():
    silent = [str(column) for _, column in columns(*Kind) if "personal" not in column.info]

    assert silent == []


def test_what_is_personal_is_kept_for_a_time_that_is_told():
    told = [column.info["personal"] for _, column in columns(*Kind) if column.info.get("personal")]

    assert all(isinstance(keep, Keep) and keep.after for keep in told)


def test_history_holds_nothing_that_must_be_erased():
    assert [str(column) for _, column in columns(Kind.HISTORY) if column.info["personal"]] == []


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_no_row_goes_because_another_went(table):
    assert [key.column for key in table.foreign_keys if key.ondelete] == []
