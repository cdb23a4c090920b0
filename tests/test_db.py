"""Two doors to the database: one that sees a snapshot and cannot write, one that keeps all or nothing."""

import os
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.domain.changed import Changed
from app.domain.deed import Actor, Deed
from app.store import record, tries
from app.store.tries import TryRow

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
READ_ONLY = r"(?i)read-?only"
MINUTE = timedelta(minutes=1)
DEED = Deed(Actor("staff", "3"), AT)


def count(session):
    return tries.count(session, "a", MINUTE, AT)


def count_and_fail(session):
    return 1 // (count(session) * 0)


def counted(session):
    return session.scalar(select(TryRow.count)) or 0


def test_what_was_written_is_kept(own_database):
    with own_database.writing() as session:
        count(session)

    with own_database.reading() as session:
        assert counted(session) == 1


def test_nothing_is_kept_of_what_failed(own_database):
    with pytest.raises(ZeroDivisionError), own_database.writing() as session:
        count_and_fail(session)

    with own_database.reading() as session:
        assert counted(session) == 0


def test_reading_refuses_to_write(own_database):
    with own_database.reading() as session, pytest.raises(DBAPIError, match=READ_ONLY):
        count(session)


def test_reading_refuses_even_a_change_that_nobody_sent(own_database):
    with pytest.raises(DBAPIError, match=READ_ONLY), own_database.reading() as session:
        session.add(TryRow(bucket="a", since=AT, count=1))


def test_after_reading_the_same_connection_writes_again(own_database):
    with own_database.reading() as session:
        counted(session)

    with own_database.writing() as session:
        assert count(session) == 1


def test_reading_sees_one_moment(own_database):
    with own_database.reading() as page:
        before = counted(page)
        with own_database.writing() as session:
            count(session)

        assert counted(page) == before == 0


def test_a_page_held_open_delays_no_write(own_database):
    with own_database.reading() as page:
        counted(page)
        began = time.monotonic()
        with own_database.writing() as session:
            count(session)

        assert time.monotonic() - began < 0.5


def test_a_savepoint_undoes_its_own_part_only(own_database):
    with own_database.writing() as session:
        count(session)
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            count_and_fail(session)

    with own_database.reading() as session:
        assert counted(session) == 1


def test_many_who_write_at_once_all_succeed(own_database):
    def work():
        for _ in range(10):
            with own_database.writing() as session:
                count(session)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with own_database.reading() as session:
        assert counted(session) == 40


def test_of_two_handlers_at_once_the_second_is_told(own_database):
    answers = []
    both_have_read = threading.Barrier(2)

    def answer():
        try:
            with own_database.reading() as session:
                head = record.head_of(session, "test:1")
            both_have_read.wait()
            with own_database.writing() as session:
                record.append(session, head, [("answered", "{}")], DEED)
            answers.append("answered")
        except Changed:
            answers.append("told")

    threads = [threading.Thread(target=answer) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["answered", "told"]


def test_instants_come_back_aware_and_in_utc(own_database):
    with own_database.writing() as session:
        count(session)

    with own_database.reading() as session:
        assert session.scalar(select(TryRow.since)) == AT
        assert session.scalar(select(TryRow.since)).tzinfo is UTC


def test_a_naive_instant_is_refused(session):
    with pytest.raises(Exception, match="no time zone"):
        session.execute(select(TryRow).where(TryRow.since == datetime(2026, 11, 20)))  # noqa: DTZ001


def test_a_forked_child_opens_connections_of_its_own(own_database):
    with own_database.writing() as session:
        count(session)

    child = os.fork()
    if child == 0:
        with own_database.writing() as session:
            count(session)
        own_database.close()
        os._exit(0)

    assert os.waitpid(child, 0)[1] == 0
    with own_database.writing() as session:
        assert count(session) == 3


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_sqlite_is_set_to_survive_a_power_cut(own_database):
    with own_database.writing() as session:
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        overwrites = session.scalar(text("PRAGMA secure_delete"))

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert overwrites == 1
