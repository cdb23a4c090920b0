"""Stopping a complaint, only by one's own choice, and going on with it."""

from __future__ import annotations

from app.domain.case.vocabulary import Ended
from app.services.case import histories
from tests import states
from tests.cases import deed


def complaint_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint


def test_it_stops_by_their_own_choice(visit, database):
    mine = visit(states.acknowledged)

    response = mine.send("/stop", own_choice="yes")

    assert response.status_code == 303
    assert complaint_of(database, mine).ended is Ended.WITHDRAWN
    assert "You stopped this complaint" in mine.get()


def test_it_does_not_stop_when_the_choice_is_not_theirs(visit, database):
    mine = visit(states.acknowledged)

    mine.send("/stop", own_choice="no", words="My neighbour told me to")

    assert complaint_of(database, mine).ended is None
    assert "Your complaint goes on. Nothing has changed." in mine.get()


def test_the_page_asks_whose_choice_it_is_and_offers_a_call(visit):
    page = visit(states.acknowledged).get("/stop")

    assert "Is this your own choice?" in page
    assert "/talk" in page
    assert "What we have promised to do, we still do." in page
    assert "If there is a danger in your home, we go on with that" in page


def test_nothing_chosen_is_asked_again_and_the_words_are_kept(visit):
    response = visit(states.acknowledged).send("/stop", words="I have moved")

    assert response.status_code == 422
    assert "Tell us if this is your own choice" in response.text
    assert "I have moved" in response.text


def test_it_goes_on_when_they_say_so(visit, database):
    mine = visit(states.stopped)

    response = mine.send("/reopen")

    assert response.status_code == 303
    assert complaint_of(database, mine).ended is None


def test_after_the_final_answer_there_is_nothing_to_stop(visit):
    response = visit(states.final_answer).send("/stop", own_choice="yes")

    assert response.status_code == 422
    assert "The final answer has been given" in response.text


def test_a_complaint_stopped_after_its_answer_goes_on_as_stage_2(visit, database):
    mine = visit(states.answered)
    mine.send("/stop", own_choice="yes")

    response = mine.send("/stage-2", page="/reopen")

    assert response.status_code == 303
    complaint = complaint_of(database, mine)
    assert complaint.stage_2 is not None
    assert complaint.ended is None
