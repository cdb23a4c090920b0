"""flask record: what an operator sees of it."""

from datetime import UTC, datetime

from sqlalchemy import delete

from app.domain.deed import Actor, Deed
from app.store import record
from app.store.record import HeadRow

DEED = Deed(Actor("staff", "3"), datetime(2026, 7, 14, tzinfo=UTC))


def test_a_record_is_sealed_and_verified(operator, own_database):
    with own_database.writing() as session:
        record.append(session, record.head_of(session, "test:1"), [("noted", "{}")], DEED)

    assert operator(own_database, "record", "seal").output.endswith(" 1 heads\n")
    verified = operator(own_database, "record", "verify")

    assert (verified.exit_code, verified.output) == (0, "1 events, 1 seals, 0 erased, 0 broken\n")


def test_what_is_broken_is_said_and_ends_with_one(operator, own_database):
    with own_database.writing() as session:
        record.append(session, record.head_of(session, "test:1"), [("noted", "{}")], DEED)
        session.execute(delete(HeadRow))

    verified = operator(own_database, "record", "verify")
    assert verified.exit_code == 1
    assert "test:1 at 1: head differs" in verified.output

    assert operator(own_database, "record", "rebuild").exit_code == 0
    assert operator(own_database, "record", "verify").exit_code == 0
