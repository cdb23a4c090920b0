"""flask schema: a database is made ready once, kept as it is after that, and compared with the code."""

from contextlib import closing

import pytest
from sqlalchemy import text

from app.db import Database
from app.services.clock import calendars
from app.services.landlord import landlord
from app.store.clock.calendars import load

READY = "The database is ready for this release.\n"


@pytest.fixture
def empty_database(new_database):
    with closing(Database(new_database(empty=True))) as database:
        yield database


def test_an_empty_database_is_made_ready(operator, empty_database):
    assert operator(empty_database, "schema", "upgrade").output == READY

    with empty_database.reading() as session:
        assert {2012, 2031} <= load(session, "england-and-wales").years
        assert landlord.current(session)
    assert operator(empty_database, "schema", "check").exit_code == 0


def test_a_database_that_is_ready_is_left_alone(operator, empty_database):
    operator(empty_database, "schema", "upgrade")

    assert operator(empty_database, "schema", "upgrade").output == READY
    with empty_database.writing() as session:
        assert calendars.seed(session, range(2012, 2013)) == 0


CHANGES = {
    "DROP TABLE tries": "missing: tries.bucket",
    "ALTER TABLE tries DROP COLUMN count": "missing: tries.count",
    "ALTER TABLE tries ADD COLUMN more TEXT": "unexpected: tries.more TEXT",
    "DROP INDEX ix_outbox_waiting": "missing: outbox: index ix_outbox_waiting (run_at, id)",
    "CREATE TABLE stray (id INTEGER)": "unexpected: stray.id INTEGER",
}


@pytest.mark.parametrize(("change", "difference"), CHANGES.items(), ids=CHANGES.keys())
def test_a_difference_is_found(operator, own_database, change, difference):
    with own_database.migrating() as connection:
        connection.execute(text(change))

    checked = operator(own_database, "schema", "check")

    assert checked.exit_code == 1
    assert difference in checked.output


def test_a_missing_trigger_is_found(operator, own_database, backend):
    trigger, on = {
        "sqlite": ("event_refuses_delete", ""),
        "postgresql": ("event_refuses_change", "ON event"),
    }[backend]
    with own_database.migrating() as connection:
        connection.execute(text(f"DROP TRIGGER {trigger} {on}"))

    checked = operator(own_database, "schema", "check")

    assert checked.exit_code == 1
    assert f"missing: CREATE TRIGGER {trigger}" in checked.output


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE event DISABLE TRIGGER event_refuses_change",
        "CREATE OR REPLACE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    ],
)
def test_a_guard_put_to_sleep_is_found(operator, own_database, change):
    with own_database.migrating() as connection:
        connection.execute(text(change))

    assert operator(own_database, "schema", "check").exit_code == 1


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_migration_that_leaves_a_row_without_its_parent_is_undone(own_database):
    with pytest.raises(RuntimeError, match="not there"), own_database.migrating() as connection:
        connection.execute(text("INSERT INTO sealed_head VALUES ('complaint:1', 1, '', 7)"))

    with own_database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM sealed_head")) == 0
