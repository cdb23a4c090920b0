"""Somebody has died while word is on its way: nothing goes any more, not even what a worker holds (ruling 7)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.landlord.permissions import Role
from app.domain.people.parties import RepresentativeKind
from app.domain.people.preferences import Way
from app.post.links import links
from app.services.case import histories
from app.services.landlord import staff
from app.services.mail import deliveries
from app.services.people import deaths, receipts, representatives, sessions, sign_ins
from app.services.promises import verdicts
from app.store import outbox
from app.store.outbox import OutboxRow
from tests.cases import LOOKUP_KEY, a_complaint, deed
from tests.peopled import AGREED, HEARD, add_daughter

LATER = deed(AGREED).at


@pytest.fixture
def made(database, clock):
    clock.at = LATER
    with database.writing() as session:
        for name in ("Grace Hall", "Tom Reid"):
            staff.add(session, name, f"{name[:3]}@example.org", frozenset({Role.HANDLER}), deed())
        return a_complaint(session)


def die(database, made) -> None:
    with database.writing() as session:
        deaths.record(session, made.reference, 1, HEARD, deed(AGREED, "staff:1"))


def complaint_of(database, made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed(AGREED)).complaint


def outcomes(database) -> list[str | None]:
    with database.reading() as session:
        return list(session.scalars(select(OutboxRow.outcome).order_by(OutboxRow.id)))


def test_what_waits_is_cancelled_in_the_same_transaction(database, made, work, smtp, mailbox):
    die(database, made)
    assert outcomes(database) == ["not_needed"]

    work()

    assert mailbox.recipients == []


def test_a_worker_that_has_claimed_it_finds_that_nothing_is_to_be_sent(database, made):
    with database.writing() as session:
        [word] = outbox.claim(session, "worker", 1, timedelta(minutes=2), LATER)
    die(database, made)

    with database.reading() as session:
        ready = deliveries.ready(session, word, links("https://portal.elm.example"), LOOKUP_KEY, LATER)
    with database.writing() as session:
        marked = deliveries.finish(session, word, "worker", ready, LATER)

    assert ready is deliveries.Outcome.NOT_NEEDED
    assert not marked
    assert outcomes(database) == ["not_needed"]
    assert complaint_of(database, made).letters[0].came_back == 0


def test_every_way_in_ends(database, made):
    with database.writing() as session:
        token = sessions.open_for_party(session, made.case_id, 1, "a phone", deed())
        asked = sign_ins.ask(session, made.reference, LOOKUP_KEY, deed())
    die(database, made)

    with database.writing() as session:
        assert sessions.find(session, token, sessions.Kind.RESIDENT, deed().at) is None
        assert receipts.find(session, made.return_code, LOOKUP_KEY) is None
        assert sign_ins.sign_ins.of_request(session, sessions.hashed(asked)) == []


def test_what_had_not_gone_goes_to_who_carries_on_and_to_nobody_else(database, made, work, smtp, mailbox):
    die(database, made)
    with database.writing() as session:
        add_daughter(session, made.reference, RepresentativeKind.EXECUTOR)
        deaths.carry_on(session, made.reference, 1, 2, "Her daughter.", deed(AGREED, "staff:1"))

    work()

    assert mailbox.recipients == ["sana@example.org"]
    assert complaint_of(database, made).letters[0].sent_on is not None


def test_a_word_held_for_the_dead_never_goes_as_the_word_of_who_carries_on(database, made):
    with database.writing() as session:
        [word] = outbox.claim(session, "worker", 1, timedelta(minutes=2), LATER)
    die(database, made)
    with database.writing() as session:
        add_daughter(session, made.reference, RepresentativeKind.EXECUTOR)
        deaths.carry_on(session, made.reference, 1, 2, "Her daughter.", deed(AGREED, "staff:1"))

    with database.reading() as session:
        ready = deliveries.ready(session, word, links("https://portal.elm.example"), LOOKUP_KEY, LATER)

    assert ready is deliveries.Outcome.NOT_NEEDED


def test_a_mistake_put_right_lets_word_go_to_them_again(database, made, work, smtp, mailbox):
    die(database, made)
    with database.writing() as session:
        deaths.doubt(session, made.reference, 1, "She came in.", deed(AGREED, "staff:1"))
        deaths.correct(session, made.reference, 1, deed(AGREED, "staff:2"))

    work()

    assert mailbox.recipients == ["amina@example.org"]


def test_the_night_asks_nobody_whether_it_was_fixed(database, made):
    die(database, made)

    with database.writing() as session:
        assert verdicts.ask(session, made.reference, deed(AGREED, "clock")) == 0


def test_a_no_to_who_speaks_cancels_what_was_on_its_way_and_sends_it_to_the_resident(
    database, made, work, smtp, mailbox
):
    with database.writing() as session:
        add_daughter(session, made.reference, RepresentativeKind.ATTORNEY)
        representatives.see_proof(session, made.reference, 2, AGREED, "The paper", deed(AGREED, "staff:1"))
        token = sessions.open_for_party(session, made.case_id, 2, "a phone", deed())
        with histories.opened(session, made.reference, deed(AGREED)) as case:
            representatives.letters.take(case, 1, 2)
        representatives.stop(session, made.reference, 2, "", deed(AGREED, f"party:{made.case_id}.1"))
        assert sessions.find(session, token, sessions.Kind.RESIDENT, deed().at) is None

    work()

    assert "sana@example.org" not in mailbox.recipients
    assert complaint_of(database, made).letters[0].party == 1
    assert complaint_of(database, made).letters[0].way is Way.EMAIL
