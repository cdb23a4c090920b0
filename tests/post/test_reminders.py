"""Whoever was asked for a part of an answer is reminded of it by e-mail: while it is theirs to give (5.12)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.landlord.permissions import Role
from app.services.case import contributions, restrictions
from app.services.landlord import staff
from tests.cases import an_acknowledged, deed
from tests.clocks import Clock

ASKED, DUE, AFTER = date(2026, 11, 26), date(2026, 12, 1), date(2026, 12, 2)


@pytest.fixture
def clock():
    """The day after a part was due."""
    clock = Clock()
    clock.passes(days=(AFTER - clock.at.date()).days, hours=1)
    return clock


@pytest.fixture
def asked(database):
    """Somebody of the staff was asked for their part, and has not given it."""
    with database.writing() as session:
        made = an_acknowledged(session)
        begins = deed(ASKED, "staff:1")
        added = [
            staff.add(session, name, f"{name.lower()}@elm.example", frozenset({role}), begins).staff_id
            for name, role in [("Ola", Role.VIEWER), ("Mo", Role.HANDLER), ("Di", Role.COMPLAINTS_OFFICER)]
        ]
        contributions.ask(session, made.reference, added[0], DUE, "The boiler: when were you there?", begins)
    return made.reference, added


def remind(database, reference, on=AFTER):
    with database.writing() as session:
        return contributions.remind(session, reference, deed(on, "clock"))


def reminders(mailbox):
    return [email for email in mailbox.received if email["To"] == "ola@elm.example"]


def test_they_are_told_the_reference_and_the_day_and_nothing_of_anybody(database, work, smtp, mailbox, clock, asked):
    reference, _ = asked
    assert [remind(database, reference), remind(database, reference)] == [1, 0]
    work()

    [email] = reminders(mailbox)
    text = email.get_body().get_content()
    assert email["Subject"] == f"Your part is due: {reference}"
    assert f"https://portal.elm.example/staff/complaints/{reference}/contributions/1" in text
    assert "Tuesday 1 December 2026" in text
    assert not [word for word in ("boiler", "Amina", "Elm Court") if word in email.as_string()]


def test_a_part_given_before_the_word_went_is_not_asked_for(database, work, smtp, mailbox, clock, asked):
    reference, [ola, *_] = asked
    remind(database, reference)
    with database.writing() as session:
        contributions.give(session, reference, 1, "On 3 March", deed(AFTER, f"staff:{ola}"))
    work()

    assert not reminders(mailbox)


def test_who_may_not_see_the_case_any_more_hears_nothing(database, work, smtp, mailbox, clock, asked):
    reference, [ola, mo, di] = asked
    remind(database, reference)
    with database.writing() as session:
        restrictions.name_concerned(session, reference, [ola], [mo, di], deed(AFTER, f"staff:{di}"))
    work()

    assert not reminders(mailbox)


def test_who_works_here_no_more_hears_nothing(database, work, smtp, mailbox, clock, asked):
    reference, _ = asked
    remind(database, reference)
    with database.writing() as session:
        staff.leave(session, "ola@elm.example", deed(AFTER, "clock"))
    work()

    assert not reminders(mailbox)
