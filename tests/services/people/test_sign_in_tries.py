"""How often something secret may be tried."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from app.services.people import tries
from app.services.people.tries import Secret

KEY = b"a key"
AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def tried(session, what="jo@example.org", network="192.0.2.1", at=AT, secret=Secret.STAFF_PASSWORD):
    return tries.is_allowed(session, secret, what, network, KEY, at)


def test_ten_tries_of_one_thing_then_a_wait(session):
    assert all(tried(session) for _ in range(10))

    assert not tried(session)
    assert tried(session, at=AT + timedelta(minutes=15))


def test_another_network_does_not_help(session):
    for number in range(10):
        tried(session, network=f"192.0.2.{number}")

    assert not tried(session, network="198.51.100.7")


def test_a_network_that_tries_many_things_waits_too(session):
    assert all(tried(session, what=f"{number}") for number in range(50))

    assert not tried(session, what="another")
    assert tried(session, what="another", network="198.51.100.7")


def test_what_is_typed_in_other_letters_is_the_same_thing(session):
    for _ in range(10):
        tried(session)

    assert not tried(session, what=" JO@Example.org ")


def test_one_secret_has_nothing_to_do_with_another(session):
    for _ in range(10):
        tried(session)

    assert tried(session, network="198.51.100.7", secret=Secret.SETUP_LINK)


def test_the_table_says_neither_what_was_tried_nor_from_where(session):
    tried(session)

    rows = session.execute(text("SELECT * FROM tries")).all()
    assert "jo@" not in repr(rows)
    assert "192.0.2" not in repr(rows)
