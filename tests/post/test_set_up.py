"""A contractor's person is sent the link by which they set up their sign-in: made as it is sent, and kept nowhere."""

from __future__ import annotations

import re

from sqlalchemy import select

from app.services.landlord import contractors, staff
from app.services.people.sessions import hashed
from app.store.landlord.staff import StaffRow
from app.store.outbox import OutboxRow
from tests.cases import deed
from tests.contracted import hire

LINK = re.compile(r"https://portal\.elm\.example/staff/set-up/([\w-]+)")


def add(database):
    with database.writing() as session:
        return contractors.add(session, "Lou Bright", "lou@bright.example", hire(session, deed()), deed())


def test_the_link_works_and_stands_nowhere_but_in_the_email(database, work, smtp, mailbox):
    number = add(database)
    work()

    [email] = mailbox.received
    text = email.get_body().get_content()
    token = LINK.search(text)[1]
    assert email["To"] == "lou@bright.example"
    assert "Bright Heating Ltd" in text
    with database.reading() as session:
        assert session.get(StaffRow, number).setup_hash == hashed(token)
        assert token not in "".join(session.scalars(select(OutboxRow.facts)))


def test_who_has_set_up_their_sign_in_is_sent_no_other(database, work, smtp, mailbox):
    number = add(database)
    with database.writing() as session:
        session.get(StaffRow, number).password_hash = "kept"
    work()

    assert mailbox.received == []


def test_who_was_seen_off_is_sent_nothing(database, work, smtp, mailbox):
    number = add(database)
    with database.writing() as session:
        contractors.end(session, number, deed())
        assert staff.present(session) == []
    work()

    assert mailbox.received == []
