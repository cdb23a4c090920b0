"""Tries are counted for every process alike, and forgotten."""

from datetime import UTC, datetime, timedelta

from app.store import tries

AT = datetime(2026, 11, 20, 9, 7, tzinfo=UTC)
WINDOW = timedelta(minutes=15)


def test_each_try_counts(session):
    assert [tries.count(session, "a", WINDOW, AT) for _ in range(3)] == [1, 2, 3]


def test_buckets_are_counted_apart(session):
    tries.count(session, "a", WINDOW, AT)

    assert tries.count(session, "b", WINDOW, AT) == 1


def test_a_new_window_begins_at_one(session):
    tries.count(session, "a", WINDOW, AT)

    assert tries.count(session, "a", WINDOW, AT + timedelta(minutes=7)) == 2
    assert tries.count(session, "a", WINDOW, AT + timedelta(minutes=8)) == 1


def test_old_windows_are_forgotten(session):
    tries.count(session, "a", WINDOW, AT)

    tries.forget(session, AT + WINDOW)

    assert tries.count(session, "a", WINDOW, AT) == 1
