"""Messages between us and one party: answered by a day, in nobody else's sight, and never lost."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import messages
from app.domain.case.flags import Flag, flags
from app.domain.case.threads import of_party, unread
from app.domain.case.waiting import Ask, Waiting, waiting
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.people.parties import Authority, AuthorityConfirmed, PartyJoined, Role
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, deed, received

FRIDAY = date(2026, 11, 27)


def write_in(life: Life, words: str = "When does he come?", party: int = 1, on: date = FRIDAY, within: int = 5) -> None:
    by = deed(on, f"party:1.{party}")
    life.happen(by, messages.receive(life.complaint, party, words, within, terms=life.terms, deed=by, write=life.write))


def write_out(life: Life, words: str = "On Monday.", party: int = 1, **more: bool) -> None:
    life.happen(deed(FRIDAY, "staff:2"), messages.send(life.complaint, party, words, write=life.write, **more))


def with_a_daughter() -> Life:
    life = received()
    life.happen(deed(), PartyJoined(2, Role.REPRESENTATIVE, True, Authority.THEY_WILL_CONFIRM, date(2026, 11, 30)))
    return life


def due(life: Life) -> list[tuple[int, date]]:
    return [(duty.number, duty.due_on) for duty in duties.of(life.complaint) if duty.kind is DutyKind.ANSWER_MESSAGE]


def test_a_message_is_answered_by_the_day_that_we_promised():
    life = received()
    write_in(life)

    assert due(life) == [(1, date(2026, 12, 4))]
    assert Flag.MESSAGE in flags(life.complaint)


def test_one_answer_answers_all_that_waits_and_says_who_wrote_it():
    life = received()
    write_in(life)
    write_in(life, "And who?")
    write_out(life)

    assert due(life) == []
    assert [(each.answered_by, each.staff) for each in life.complaint.messages] == [(3, None), (3, None), (0, 2)]
    assert Flag.MESSAGE not in flags(life.complaint)


def test_an_empty_message_is_refused_both_ways():
    life = received()
    with pytest.raises(Refused) as theirs:
        write_in(life, " \n")
    with pytest.raises(Refused) as ours:
        write_out(life, " ")

    assert (theirs.value.why, ours.value.why) == (Why.NOTHING_SAID, Why.MESSAGE_WITHOUT_WORDS)


def test_what_needs_no_answer_needs_a_reason_and_is_settled_once():
    life = received()
    write_in(life, "Thank you!")
    with pytest.raises(Refused) as silent:
        messages.settle(life.complaint, 1, "", life.write)
    life.happen(deed(), messages.settle(life.complaint, 1, "A thank you", life.write))
    with pytest.raises(Refused) as twice:
        messages.settle(life.complaint, 1, "A thank you", life.write)

    assert (silent.value.why, twice.value.why) == (Why.UNANSWERED_WITHOUT_REASON, Why.NOTHING_TO_SETTLE)
    assert due(life) == []


def test_each_party_has_a_thread_of_their_own():
    life = with_a_daughter()
    write_in(life)
    write_in(life, "I am her daughter", party=2)
    write_out(life)

    assert [each.number for each in of_party(life.complaint.messages, 1)] == [1, 3]
    assert [each.number for each in of_party(life.complaint.messages, 2)] == [2]
    assert [number for number, _ in due(life)] == [2], "an answer to one is no answer to the other"


def test_nothing_is_written_to_who_may_not_speak_for_them_yet():
    life = with_a_daughter()
    with pytest.raises(Refused) as refusal:
        write_out(life, party=2)
    life.happen(deed(), AuthorityConfirmed(2))
    write_out(life, party=2)

    assert refusal.value.why is Why.NOT_CONFIRMED_YET
    assert len(of_party(life.complaint.messages, 2)) == 1


def test_our_message_waits_for_them_until_they_read_it_or_write_back():
    life = received()
    viewer = life.complaint.party(1)
    write_out(life)
    assert waiting(life.complaint, viewer) == (Waiting(Ask.MESSAGE),)

    write_out(life, "Which day is good?", asks=True)
    assert waiting(life.complaint, viewer) == (Waiting(Ask.QUESTION),)

    life.happen(deed(FRIDAY, "party:1.1"), messages.read(life.complaint, 1))
    assert waiting(life.complaint, viewer) == ()
    assert [each.read_on for each in life.complaint.messages] == [FRIDAY, FRIDAY]

    write_out(life)
    write_in(life, "Tuesday")
    assert unread(life.complaint.messages, 1) == ()


def test_reading_when_nothing_is_new_is_refused():
    with pytest.raises(Refused) as refusal:
        messages.read(received().complaint, 1)

    assert refusal.value.why is Why.NOTHING_TO_SETTLE
