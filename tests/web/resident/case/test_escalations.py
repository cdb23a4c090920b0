"""Ask for Stage 2: an empty form is enough, at any time."""

from __future__ import annotations

import pytest

from app.services.case import escalations, histories
from tests import states
from tests.cases import deed
from tests.kinds import with_a_letter_of_an_mp
from tests.states import STATES

OPEN = (
    "fresh",
    "acknowledged",
    "late",
    "never_acknowledged",
    "more_time_taken",
    "answered",
    "with_promises",
    "finished",
)


def complaint_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint


@pytest.mark.parametrize("state", OPEN)
def test_an_empty_form_is_enough_at_any_time(visit, database, state):
    mine = visit(STATES[state])

    response = mine.send("/stage-2")

    assert response.headers["Location"] == mine.home
    assert "You have asked for Stage 2. You do not need to do anything else." in mine.get()
    complaint = complaint_of(database, mine)
    assert complaint.stage_2_waits or complaint.stage_2


def test_a_point_can_be_dropped(visit, database):
    mine = visit(states.answered)

    mine.send("/stage-2", points=[2], words="The boiler still does not work")

    assert complaint_of(database, mine).dropped_points == (2,)


def test_not_every_point_can_be_dropped(visit):
    response = visit(states.answered).send("/stage-2", points=[1, 2], words="The boiler")

    assert response.status_code == 422
    assert "Keep at least one point for Stage 2" in response.text
    assert "The boiler" in response.text


def test_what_happens_next_is_said_before_asking_early(visit):
    assert "Stage 2 then begins on the day we answer." in visit(states.acknowledged).get("/stage-2")


def test_what_happens_next_is_said_before_asking_while_we_are_late(visit):
    assert "will tell you by the next working day what happens" in visit(states.late).get("/stage-2")


def test_an_early_request_can_be_taken_back(visit, database):
    mine = visit(states.asked_early)

    response = mine.send("/stage-2/withdrawal", page="/stage-2")

    assert response.status_code == 303
    assert not complaint_of(database, mine).stage_2_waits
    assert "Ask for Stage 2" in mine.get("/stage-2")


def test_once_it_is_on_the_page_says_who_looks_and_until_when(visit):
    page = visit(states.looking_again).get("/stage-2")

    assert "You will hear by Monday 18 January 2027." in page
    assert "<textarea" not in page


@pytest.mark.parametrize("state", STATES)
def test_the_page_is_good_in_every_state(visit, state):
    assert "Stage 2" in visit(STATES[state]).get("/stage-2")


def asked_before(session):
    """The resident asked for Stage 2; the MP who wrote too is told nothing of how far it is."""
    made, on = with_a_letter_of_an_mp(session)
    escalations.ask(session, made.reference, 1, deed(on, f"party:{made.case_id}.1"))
    return made, on


@pytest.mark.parametrize("state", [with_a_letter_of_an_mp, asked_before])
def test_who_is_told_nothing_hears_the_same_whether_it_was_asked_before_or_not(visit, database, state):
    mine = visit(state, party=2)

    response = mine.send("/stage-2", words="She needs an answer")

    assert response.headers["Location"] == mine.home
    assert "You have asked for Stage 2. You do not need to do anything else." in mine.get()
    complaint = complaint_of(database, mine)
    assert complaint.stage_2_waits or complaint.stage_2
    assert len(complaint.messages) == int(state is asked_before), "what they wrote is not lost"
