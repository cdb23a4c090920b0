"""Colleagues asked for their part of an answer: by a day, on their own list, until the answer is written."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import acknowledgements, complaints, contributions, responses
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
