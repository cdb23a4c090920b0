"""Colleagues asked for their part of an answer: by a day, on their own list, until the answer is written."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import acknowledgements, complaints, contributions, responses, withdrawals
from app.domain.case.contribution_states import Reminder
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, a_definition, an_answer, deed, received

FRIDAY, TUESDAY = date(2026, 11, 27), date(2026, 12, 1)


def ask(
    life: Life, staff: int | None = 3, due_on: date | None = TUESDAY, words: str = "When was the last visit?"
) -> None:
    by = deed(FRIDAY)
    life.happen(by, contributions.ask(life.complaint, staff, due_on, words, deed=by, write=life.write))


def due(life: Life) -> list[tuple[int | None, date]]:
    return [(duty.staff, duty.due_on) for duty in duties.of(life.complaint) if duty.kind is DutyKind.CONTRIBUTE]


def test_it_is_the_duty_of_who_was_asked_until_it_is_given():
    life = received()
    ask(life)
    assert due(life) == [(3, TUESDAY)]

    life.happen(deed(FRIDAY, "staff:3"), contributions.give(life.complaint, 1, "On 3 March", life.write))
    assert due(life) == []
    assert life.complaint.contributions[0].given_on == FRIDAY


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        ({"staff": None}, Why.CONTRIBUTION_WITHOUT_PERSON),
        ({"words": " "}, Why.CONTRIBUTION_WITHOUT_WORDS),
        ({"due_on": None}, Why.DATE_IN_THE_PAST),
        ({"due_on": date(2026, 11, 26)}, Why.DATE_IN_THE_PAST),
    ],
)
def test_a_request_without_its_parts_is_refused(missing, why):
    with pytest.raises(Refused) as refusal:
        ask(received(), **missing)

    assert refusal.value.why is why


def test_who_is_concerned_has_no_part_in_the_answer():
    life = received()
    life.happen(deed(), complaints.mark_concerned(life.complaint, (3,)))
    with pytest.raises(Refused) as refusal:
        ask(life)

    assert refusal.value.why is Why.CONCERNED_IN_COMPLAINT


def test_it_is_given_once_and_in_words():
    life = received()
    ask(life)
    with pytest.raises(Refused) as empty:
        contributions.give(life.complaint, 1, " ", life.write)
    life.happen(deed(FRIDAY), contributions.give(life.complaint, 1, "On 3 March", life.write))
    with pytest.raises(Refused) as twice:
        contributions.give(life.complaint, 1, "On 4 March", life.write)

    assert (empty.value.why, twice.value.why) == (Why.CONTRIBUTION_EMPTY, Why.NOTHING_TO_SETTLE)


def test_once_the_answer_is_written_nobody_waits_for_it_or_asks():
    life, by = received(), deed(FRIDAY)
    ask(life)
    life.happen(
        by,
        acknowledgements.acknowledge(
            life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
        ),
    )
    answer = responses.issue(life.complaint, an_answer(life.complaint), terms=life.terms, deed=by, write=life.write)
    life.happen(by, answer)

    assert due(life) == []
    with pytest.raises(Refused) as refusal:
        ask(life)
    assert refusal.value.why is Why.NO_ANSWER_DUE


def remind(life: Life, on: date) -> list[Reminder]:
    """What the night of this day reminds of."""
    by = deed(on, "clock")
    events = contributions.remind(life.complaint, terms=life.terms, deed=by)
    life.happen(by, *events)
    return [event.reminder for event in events]


@pytest.mark.parametrize(
    ("on", "reminders"),
    [
        (date(2026, 11, 27), []),
        (date(2026, 11, 30), [Reminder.BEFORE]),
        (TUESDAY, []),
        (date(2026, 12, 2), [Reminder.AFTER]),
        (date(2026, 12, 20), [Reminder.AFTER]),
    ],
)
def test_who_was_asked_is_reminded_on_the_working_day_before_and_on_the_day_after(on, reminders):
    life = received()
    ask(life)

    assert remind(life, on) == reminders
    assert remind(life, on) == [], "never twice for the same day"


def test_a_part_due_on_a_monday_is_reminded_of_on_the_friday():
    life = received()
    ask(life, due_on=date(2026, 11, 30))

    assert remind(life, FRIDAY) == [Reminder.BEFORE]
    assert remind(life, date(2026, 11, 28)) == []


def test_each_part_is_reminded_of_by_itself():
    life = received()
    ask(life)
    ask(life, staff=4)
    life.happen(deed(FRIDAY, "staff:3"), contributions.give(life.complaint, 1, "On 3 March", life.write))

    remind(life, date(2026, 12, 2))

    assert [part.reminded_on for part in life.complaint.contributions] == [None, date(2026, 12, 2)]


def test_nobody_is_reminded_who_may_have_no_part_in_it_any_more():
    concerned, stopped = received(), received()
    for life in (concerned, stopped):
        ask(life)
    concerned.happen(deed(), complaints.mark_concerned(concerned.complaint, (3,)))
    gone = withdrawals.withdraw(
        stopped.complaint, 1, own_choice=True, words="", deed=deed(FRIDAY, "party:1.1"), write=stopped.write
    )
    stopped.happen(deed(FRIDAY), gone)

    assert [remind(life, date(2026, 12, 2)) for life in (concerned, stopped)] == [[], []]
