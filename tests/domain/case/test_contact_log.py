"""The contact log: who was tried and reached, who is rung back, and the conversation that holds no answer."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import acknowledgements, contact_log, responses
from app.domain.case.contact_log import ContactDraft
from app.domain.case.talks import ContactHow, ContactOutcome, Talk
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Stage
from app.domain.people.parties import PreferencesSet
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.refused import Refused, Why
from tests.domain.case.histories import MONDAY, Life, a_definition, an_answer, deed, received

FRIDAY = date(2026, 11, 27)
REACHED, NOT_REACHED = ContactOutcome.REACHED, ContactOutcome.NOT_REACHED


def log(life: Life, outcome: ContactOutcome | None = NOT_REACHED, **more: object) -> None:
    given: dict[str, object] = {"how": ContactHow.CALL, "happened_on": FRIDAY, "words": "She said yes."}
    draft = ContactDraft(party=1, outcome=outcome, **given | more)  # type: ignore[arg-type]
    by = deed(FRIDAY, "staff:2")
    life.happen(by, contact_log.log(life.complaint, draft, deed=by, write=life.write))


def ask(life: Life, words: str = "0161 496 0000, after six") -> None:
    by = deed(FRIDAY, "party:1.1")
    life.happen(by, contact_log.ask_call_back(life.complaint, 1, words, terms=life.terms, deed=by, write=life.write))


def to_ring(life: Life) -> list[date]:
    return [duty.due_on for duty in duties.of(life.complaint) if duty.kind is DutyKind.RING_BACK]


def talk(life: Life) -> tuple[Talk, int]:
    found = life.complaint.contact_log.conversation(Stage.ONE)
    return found.talk, found.tries


def test_a_contact_keeps_who_when_how_and_what_was_said():
    life = received()
    log(life, REACHED, happened_on=MONDAY)
    (contact,) = life.complaint.contact_log.contacts

    assert (contact.staff, contact.happened_on, contact.at.date()) == (2, MONDAY, FRIDAY)
    assert contact.said is not None
    assert life.words[contact.said.number] == "She said yes."


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        ({"how": None}, Why.CONTACT_WITHOUT_WAY),
        ({"outcome": None}, Why.CONTACT_WITHOUT_OUTCOME),
        ({"words": " ", "outcome": REACHED}, Why.CONTACT_WITHOUT_NOTES),
        ({"happened_on": None}, Why.CONTACT_WITHOUT_DATE),
        ({"happened_on": date(2026, 11, 28)}, Why.DATE_IN_THE_FUTURE),
    ],
)
def test_a_contact_without_its_parts_is_refused(missing, why):
    with pytest.raises(Refused) as refusal:
        log(received(), **missing)

    assert refusal.value.why is why


def test_a_try_needs_no_words_and_a_letter_that_came_no_outcome():
    life = received()
    log(life, words="")
    log(life, None, how=ContactHow.LETTER_IN)

    assert [each.outcome for each in life.complaint.contact_log.contacts] == [NOT_REACHED, REACHED]


def test_who_asks_is_rung_by_the_next_working_day():
    life = received()
    ask(life)

    assert to_ring(life) == [date(2026, 11, 30)]


@pytest.mark.parametrize("how", [ContactHow.CALL, ContactHow.CALL_IN, ContactHow.VISIT])
def test_speaking_with_them_ends_it(how):
    life = received()
    ask(life)
    log(life, REACHED, how=how)

    assert to_ring(life) == []


def test_a_text_is_no_call_and_the_third_try_is_the_last_that_is_asked_of_us():
    life = received()
    ask(life)
    log(life, REACHED, how=ContactHow.TEXT)
    log(life)
    log(life)
    assert to_ring(life) == [date(2026, 11, 30)]

    log(life)
    assert to_ring(life) == []


def test_somebody_who_never_gave_a_number_says_which_to_ring():
    life = received()
    with pytest.raises(Refused) as refusal:
        ask(life, "")
    by_phone = Preferences(Safe.YES, (Way.PHONE, Way.LETTER), Way.PHONE)
    life.happen(deed(), PreferencesSet(1, by_phone))
    ask(life, "")

    assert refusal.value.why is Why.NO_NUMBER_TO_RING
    assert len(to_ring(life)) == 1


def test_three_tries_satisfy_the_conversation_before_the_answer():
    life = received()
    log(life)
    assert talk(life) == (Talk.NOT_YET, 0), "a call about something else is no try at it"

    log(life, conversation=True)
    log(life, conversation=True)
    assert talk(life) == (Talk.NOT_YET, 2)

    log(life, conversation=True)
    assert talk(life) == (Talk.THREE_TRIES, 3)


def test_so_does_holding_it_in_their_own_way_or_a_no_thank_you():
    held, told, said = received(), received(), received()
    log(held, REACHED, how=ContactHow.VISIT, conversation=True)
    log(told, ContactOutcome.NO_THANK_YOU, conversation=True)
    said.happen(deed(FRIDAY, "party:1.1"), contact_log.decline(said.complaint, 1))

    assert [talk(life)[0] for life in (held, told, said)] == [Talk.HELD, Talk.DECLINED, Talk.DECLINED]


def test_no_thank_you_is_said_once_and_before_the_answer():
    life = received()
    life.happen(deed(FRIDAY, "party:1.1"), contact_log.decline(life.complaint, 1))
    with pytest.raises(Refused) as twice:
        contact_log.decline(life.complaint, 1)

    assert twice.value.why is Why.NOTHING_CHANGED


def test_it_never_holds_an_answer():
    life, by = received(), deed(FRIDAY)
    life.happen(
        by,
        acknowledgements.acknowledge(
            life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
        ),
    )
    answer = responses.issue(life.complaint, an_answer(life.complaint), terms=life.terms, deed=by, write=life.write)
    life.happen(by, answer)

    assert talk(life) == (Talk.NOT_YET, 0)
    with pytest.raises(Refused) as late:
        contact_log.decline(life.complaint, 1)
    assert late.value.why is Why.NO_ANSWER_DUE
