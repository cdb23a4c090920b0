"""Messages (R21): sent whole, answered by a day that is told, seen by their own party and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.services.case import histories, messages
from app.services.landlord import landlord
from app.services.mail import issued
from tests import states
from tests.cases import deed


def complaint_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint


def answer(database, mine, words="He comes on Friday.", **more):
    with database.writing() as session:
        messages.send(session, mine.made.reference, 1, words, deed(states.UNDERSTOOD, "staff:1"), **more)


def test_a_message_is_kept_and_the_day_of_our_answer_is_told(visit, database):
    mine = visit(states.acknowledged)

    response = mine.send("/messages", words="When does he come?")

    assert response.headers["Location"] == f"{mine.home}/messages"
    page = mine.get("/messages")
    assert "We have got your message. We will answer it by Wednesday 2 December 2026." in page
    assert "Wednesday 25 November at 14:00" in page
    assert "When does he come?" in page
    assert "We will answer by Wednesday 2 December 2026." in page
    assert [duty.staff for duty in duties.of(complaint_of(database, mine)) if duty.kind is DutyKind.ANSWER_MESSAGE] == [
        1
    ]


@pytest.mark.parametrize(
    ("words", "told"), [(" \n ", "Write your message"), ("a" * 10_001, "Shorten it to 10,000 characters")]
)
def test_an_empty_or_too_long_one_is_asked_again_with_its_words(visit, database, words, told):
    mine = visit(states.acknowledged)

    response = mine.send("/messages", words=words)

    assert response.status_code == 422
    assert told in response.text
    assert words.strip() in response.text
    assert complaint_of(database, mine).messages == ()


def test_the_same_press_sends_it_once(visit, database):
    mine = visit(states.acknowledged)
    form = {"words": "Hello", "key": "one-press"}

    assert mine.send("/messages", **form).status_code == mine.send("/messages", **form).status_code == 303
    assert len(complaint_of(database, mine).messages) == 1


def test_what_happened_meanwhile_loses_no_message(visit, database):
    mine = visit(states.acknowledged)
    page = mine.get("/messages")
    answer(database, mine)
    hidden = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf_token", "key")}

    response = mine.client.post(f"{mine.home}/messages", data=hidden | {"seen": "1", "words": "And one more thing"})

    assert response.status_code == 303
    assert [each.ours for each in complaint_of(database, mine).messages] == [True, False]


def test_our_message_waits_for_them_until_they_have_read_it(visit, database):
    mine = visit(states.acknowledged)
    answer(database, mine, asks=True)
    assert "We have asked you something: read our message" in mine.get()
    assert "Jo Handler" not in mine.get("/messages")
    assert "Grace Hall" in mine.get("/messages")

    response = mine.send("/messages/read", page="/messages")

    assert response.status_code == 303
    assert "read our message" not in mine.get()
    assert "I have read it" not in mine.get("/messages")


def test_what_becomes_of_theirs_is_told_and_why_it_needs_no_answer_is_not(visit, database):
    mine = visit(states.acknowledged)
    mine.send("/messages", words="Thank you!")
    with database.writing() as session:
        messages.settle(session, mine.made.reference, 1, "Only a thank you", deed(states.UNDERSTOOD, "staff:1"))

    page = mine.get("/messages")

    assert "We read it. It needed no answer." in page
    assert "Only a thank you" not in page


def test_a_late_answer_is_owned_up_to(visit, database):
    mine = visit(states.acknowledged)
    with database.writing() as session:
        landlord.put(session, replace(landlord.current(session), answer_messages_within=1), deed())
        messages.receive(session, mine.made.reference, 1, "When?", deed(states.SENT, f"party:{mine.made.case_id}.1"))

    assert "We are late, and we are sorry." in mine.get("/messages")


def test_a_message_stands_in_its_thread_and_not_among_the_letters(visit, database):
    mine = visit(states.acknowledged)
    answer(database, mine)
    number = len(complaint_of(database, mine).letters)

    assert f"/letters/{number}" not in mine.get()
    assert f"/letters/{number}" in mine.get("/messages")
    assert "He comes on Friday." in mine.get(f"/letters/{number}")


def test_somebody_who_waits_to_be_confirmed_writes_and_sees_only_their_own(visit, database):
    daughter = visit(states.for_somebody_else, party=2)
    answer(database, daughter, "A word for the resident alone")

    daughter.send("/messages", words="She is in hospital")

    page = daughter.get("/messages")
    assert "She is in hospital" in page
    assert "A word for the resident alone" not in page + daughter.get()


def test_the_resident_does_not_see_what_who_speaks_for_them_wrote(visit, database):
    mine = visit(states.for_somebody_else)
    with database.writing() as session:
        by = deed(states.UNDERSTOOD, f"party:{mine.made.case_id}.2")
        messages.receive(session, mine.made.reference, 2, "Between you and me", by)

    assert "Between you and me" not in mine.get("/messages") + mine.get("/pack")
    assert "You wrote us a message" not in mine.get("/pack")


def test_the_letter_of_a_message_is_read_by_its_party_alone(visit, database):
    mine = visit(states.for_somebody_else)
    mine.send("/people/2")
    with database.writing() as session:
        number = messages.send(session, mine.made.reference, 2, "For her alone", deed(states.UNDERSTOOD, "staff:1"))
    with database.reading() as session:
        kept = issued.one_of(session, mine.made.case_id, complaint_of(database, mine).letters, number)

    assert kept is not None
    assert kept.letter.party == 2
    assert mine.client.get(f"{mine.home}/letters/{number}").status_code == 404


def test_who_wants_to_be_rung_is_told_by_when(visit, database):
    mine = visit(states.acknowledged)

    response = mine.send("/talk", wish="ring", words="0161 496 0000, after six")

    assert response.status_code == 303
    assert "We will ring you by the end of the next working day." in mine.get()
    assert DutyKind.RING_BACK in {duty.kind for duty in duties.of(complaint_of(database, mine))}


def test_a_wish_to_be_rung_without_any_number_is_asked_again(visit):
    response = visit(states.acknowledged).send("/talk", wish="ring")

    assert response.status_code == 422
    assert "Tell us which number to ring, and when it is safe" in response.text


def test_no_thank_you_is_kept(visit, database):
    mine = visit(states.acknowledged)

    mine.send("/talk", wish="no_thank_you")

    assert complaint_of(database, mine).contact_log.declined
    assert "We will answer you in writing" in mine.get()
