"""How did we do? On the resident's own page: short, skippable, and never in place of a complaint (R30, 1.6)."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.db import Database
from app.domain.case.survey_states import Score, Scores, SurveyHow, SurveyState
from app.services.case import histories
from tests import states, surveyed
from tests.cases import deed
from tests.web.resident.case.conftest import Visit, value_of

FEEDBACK = "/feedback"
MOST_QUERIES = 8
GIVEN = {"overall": "very_satisfied", "informed": "neither", "words": "You rang back."}


def survey(database: Database, mine: Visit) -> SurveyState | None:
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint.survey


def test_it_waits_for_them_on_their_page(visit) -> None:
    page = visit(surveyed.asked_how_we_did).get()

    waits = page[page.index('id="waiting"') : page.index('id="promises"')]
    assert "Tell us how we did" in waits


def test_each_of_the_four_questions_has_five_answers_in_words_and_may_be_skipped(visit) -> None:
    page = visit(surveyed.asked_how_we_did).get(FEEDBACK)

    assert page.count('type="radio"') == 4 * 6
    assert page.count("I would rather not say") == 4
    assert "You can skip any question." in page


@pytest.mark.parametrize("state", [surveyed.asked_how_we_did, surveyed.said_how_we_did, surveyed.said_long_ago])
def test_the_page_always_says_how_to_complain(visit, state) -> None:
    page = visit(state).get(FEEDBACK)

    assert "Your answers here are not a complaint." in page
    assert "/messages" in page
    assert "/stage-2" in page
    assert "/ombudsman" in page


def test_what_they_say_is_kept_and_no_longer_waits(visit, database: Database) -> None:
    mine = visit(surveyed.asked_how_we_did)

    sent = mine.send(FEEDBACK, **GIVEN)

    assert sent.status_code == 303
    kept = survey(database, mine)
    assert (kept.scores, kept.how) == (Scores(Score.VERY_SATISFIED, informed=Score.NEITHER), SurveyHow.PAGE)
    page = mine.get()
    assert "Thank you. We have kept what you told us." in page
    assert "Tell us how we did" not in page
    assert "You told us how we did." in mine.get("/pack")


def test_it_can_be_put_right_and_a_score_taken_back(visit, database: Database) -> None:
    mine = visit(surveyed.said_how_we_did)
    page = mine.get(FEEDBACK)
    assert "You have told us already." in page
    assert "You were kind." in page
    assert page.count(" checked") == 3

    mine.send(FEEDBACK, overall="", easy="neither", words="")

    kept = survey(database, mine)
    assert (kept.scores, kept.said) == (Scores(easy=Score.NEITHER), None)


def test_once_it_stands_in_the_figures_it_is_shown_and_not_asked(visit) -> None:
    page = visit(surveyed.said_long_ago).get(FEEDBACK)

    assert "It can no longer be changed." in page
    assert "Fairly satisfied" in page
    assert "Not answered" in page
    assert "You were kind." in page
    assert 'type="radio"' not in page


def test_nothing_said_is_asked_again(visit) -> None:
    response = visit(surveyed.asked_how_we_did).send(FEEDBACK, words="  ")

    assert response.status_code == 422
    assert "Answer one question, or tell us in your own words" in response.text


def test_who_was_not_asked_finds_no_such_page(visit) -> None:
    mine = visit(states.answered)

    assert mine.client.get(f"{mine.home}{FEEDBACK}").status_code == 404
    assert "feedback" not in mine.get()


def test_pressed_twice_it_is_said_once(visit, database: Database) -> None:
    mine = visit(surveyed.asked_how_we_did)
    text = mine.get(FEEDBACK)
    form = {name: value_of(text, name) for name in ("csrf_token", "seen")} | {"key": uuid4().hex} | GIVEN

    for _ in range(2):
        assert mine.client.post(f"{mine.home}{FEEDBACK}", data=form).status_code == 303

    with database.reading() as session:
        _, written = histories.read(session, mine.made.reference)
    assert [each.kind for each in written].count("survey_answered") == 1


def test_it_asks_few_things_of_the_database(visit, queries) -> None:
    mine = visit(surveyed.said_how_we_did)

    with queries() as asked:
        mine.get(FEEDBACK)

    assert len(asked) <= MOST_QUERIES


@pytest.mark.parametrize("page", ["", "/pack"])
def test_residents_are_not_told_that_it_was_drawn_to_be_looked_at(visit, page: str) -> None:
    text = visit(surveyed.drawn_for_review).get(page).lower()

    assert "review" not in text
    assert "drawn" not in text
