"""Letters as they were issued, and what can be said to one that asks for more time."""

from __future__ import annotations

import pytest

from app.domain.clock.duty_kinds import DutyKind
from app.services.case import histories
from tests import states
from tests.cases import deed
from tests.kinds import with_a_letter_of_an_mp
from tests.states import STATES


def complaint_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint


@pytest.mark.parametrize(
    "state", ["acknowledged", "late_with_new_date", "final_answer", "stopped", "longest", "right_to_left"]
)
def test_every_letter_can_be_read_also_large(visit, database, state):
    mine = visit(STATES[state])

    for letter in complaint_of(database, mine).letters:
        assert 'class="letter"' in mine.get(f"/letters/{letter.number}")
        assert "letter--large" in mine.get(f"/letters/{letter.number}?size=large")


def test_there_is_no_letter_of_another_number(visit):
    mine = visit(states.acknowledged)

    assert mine.client.get(f"{mine.home}/letters/9").status_code == 404


def test_our_answer_leads_to_stage_2_and_the_ombudsman(visit):
    page = visit(states.answered).get("/letters/3")

    assert "We let you down." in page
    assert "Ask for Stage 2: someone new looks again" in page
    assert "Go to the Housing Ombudsman" in page


def test_more_time_can_be_disliked_without_a_reason(visit, database):
    mine = visit(states.more_time_taken)

    response = mine.send("/letters/3/dislike", page="/letters/3")

    assert response.status_code == 303
    assert "A complaints officer will look at it." in mine.get()
    assert complaint_of(database, mine).has_task(DutyKind.UNHAPPY_WITH_MORE_TIME, 1)


def test_they_choose_how_often_to_hear(visit, database):
    mine = visit(states.more_time_taken)

    response = mine.send("/letters/3/updates", page="/letters/3", every=14)

    assert response.status_code == 303
    stage = complaint_of(database, mine).current
    assert stage is not None
    assert stage.update_every == 14


def test_no_choice_is_asked_again(visit):
    response = visit(states.more_time_taken).send("/letters/3/updates", page="/letters/3", every="never")

    assert response.status_code == 422


def test_only_a_letter_for_more_time_can_be_disliked(visit):
    mine = visit(states.more_time_taken)

    assert mine.send("/letters/2/updates", page="/letters/3", every="never").status_code == 404


def test_another_format_becomes_our_duty(visit, database):
    mine = visit(states.answered)

    response = mine.send("/formats", needs=["large_print", "audio"], words="For my eyes")

    assert response.status_code == 303
    assert complaint_of(database, mine).has_task(DutyKind.ADJUSTMENT, 2)


def test_no_format_is_asked_again(visit):
    response = visit(states.answered).send("/formats", words="For my eyes")

    assert response.status_code == 422
    assert "For my eyes" in response.text


def test_an_mp_reads_our_letters_to_them_and_hears_of_nothing_else(visit, database):
    mp = visit(with_a_letter_of_an_mp, party=2)
    theirs = [each.number for each in complaint_of(database, mp).letters if each.party == 2]
    page = mp.get()

    assert "We have got your letter" in mp.get(f"/letters/{theirs[-1]}")
    assert "How far it is" not in page
    assert 'class="headline' not in page
    assert mp.client.get(f"{mp.home}/letters/1").status_code == 404
    assert mp.client.get(f"{mp.home}/ombudsman").status_code == 404
