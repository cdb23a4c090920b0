"""History: appended, chained, and never rewritten, whoever asks."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError

from app.domain.changed import Changed
from app.domain.deed import Actor, Deed
from app.domain.record import hash_of
from app.store import record
from app.store.record import EventRow, Head, append, head_of, read

DEED = Deed(Actor("staff", "3"), datetime(2026, 7, 14, 23, 30, 5, 123456, tzinfo=UTC))
EVENTS = [("received", '{"on":"2026-07-15"}'), ("withdrawn", "{}")]


def a_stream(session, stream="complaint:1") -> Head:
    return append(session, head_of(session, stream), EVENTS, DEED)


def test_what_was_appended_is_read_back_in_order(session):
    a_stream(session)

    written = read(session, "complaint:1")

    assert [(event.position, event.kind, event.facts) for event in written] == [
        (1, "received", '{"on":"2026-07-15"}'),
        (2, "withdrawn", "{}"),
    ]
    assert {(event.by, event.at) for event in written} == {(DEED.by, DEED.at)}


def test_each_event_names_the_hash_of_the_one_before_it(session):
    head = a_stream(session)

    first, second = read(session, "complaint:1")

    assert (first.previous, second.previous) == ("", first.hash)
    assert second.hash == head.hash == hash_of(*second[:7])


def test_a_head_says_how_far_a_stream_has_come(session):
    head = a_stream(session)

    assert head_of(session, "complaint:1") == head
    assert head_of(session, "complaint:2") == Head("complaint:2", 0, "")


def test_nothing_is_written_when_nothing_happened(session):
    head = a_stream(session)

    assert append(session, head, [], DEED) == head


def test_of_two_who_write_at_one_position_the_second_is_told(session):
    before = a_stream(session)
    append(session, before, [("noted", "{}")], DEED)

    with pytest.raises(Changed):
        append(session, before, [("answered", "{}")], DEED)


CHANGES = {
    "update": update(EventRow).values(by="staff:4"),
    "delete": delete(EventRow),
    "delete one": delete(EventRow).where(EventRow.position == 2),
    "raw update": text("UPDATE event SET facts = '{}' WHERE position = 1"),
    "update on conflict": text(
        "INSERT INTO event (stream, position, kind, facts, by, at, previous, hash) "
        "SELECT stream, position, kind, facts, by, at, previous, hash FROM event WHERE true "
        "ON CONFLICT (stream, position) DO UPDATE SET by = 'staff:4'"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_history_cannot_be_rewritten(session, change):
    a_stream(session)

    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(change)


def test_no_event_is_put_over_another(session):
    a_stream(session)
    row = {**read(session, "complaint:1")[1]._asdict(), "by": "staff:4"}

    with pytest.raises(IntegrityError):
        session.execute(insert(EventRow.__table__), row)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("verb", ["REPLACE", "INSERT OR REPLACE"])
def test_sqlite_does_not_replace_an_event(session, verb):
    a_stream(session)

    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text(f"{verb} INTO event SELECT * FROM event"))


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_postgresql_does_not_truncate_history(session):
    a_stream(session)

    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text("TRUNCATE event"))


def test_streams_are_walked_by_kind_and_in_order(session):
    for stream in ("complaint:10", "complaint:9", "complaints:1", "ombudsman:1"):
        a_stream(session, stream)

    assert record.streams_after(session, "complaint", "", 9) == ["complaint:10", "complaint:9"]
    assert record.streams_after(session, "complaint", "complaint:10", 9) == ["complaint:9"]


def test_the_whole_record_is_read_in_slices(session):
    for stream in ("complaint:1", "complaint:2"):
        a_stream(session, stream)

    walked = record.read_after(session, "complaint:1", 1, size=2)

    assert [(event.stream, event.position) for event in walked] == [("complaint:1", 2), ("complaint:2", 1)]
