"""How we did, for staff: taken in a call by whoever rings, read by whom it does not touch (1.6, R30)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.db import Database
from app.domain.case.survey_states import Score, Scores, SurveyHow, SurveyLeft
from app.domain.landlord.permissions import Role
from app.services.case import surveys
from app.services.case.complaints import Made
from tests import states, surveyed
from tests.cases import deed
from tests.surveyed import DUE, SCORES, WORDS
from tests.web.staff.case.conftest import begin, case, send

MOST_QUERIES = 8
GIVEN = {"overall": "very_satisfied", "informed": "neither", "words": "She was rung back."}
SAID = "You were kind."


def at(made: Made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}/survey{page}"


@pytest.fixture
def officer(handler: FlaskClient, staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    """The officer, who is staff 2: the handler is staff 1."""
    return staff_client(Role.COMPLAINTS_OFFICER, name="Dana Officer")


def closed_and_said(session):
    made, on = states.closed(session)
    surveys.ask(session, made.reference, deed(DUE, "clock"))
    surveys.answer(session, made.reference, 1, SCORES, WORDS, deed(DUE, f"party:{made.case_id}.1"))
    return made, on


def test_a_call_to_be_made_leads_to_its_questions(handler, database: Database) -> None:
    made = begin(database, surveyed.to_be_rung)

    page = handler.get(f"/staff/complaints/{made.reference}").text

    assert "Ring to ask how we did" in page
    assert at(made) in page


def test_whoever_rings_says_first_that_nothing_hangs_on_it_and_how_to_complain(handler, database: Database) -> None:
    page = handler.get(at(begin(database, surveyed.to_be_rung))).text

    assert "Say this first:" in page
    assert "What you say changes nothing about your complaint." in page
    assert "Your answers here are not a complaint." in page


def test_answers_taken_in_a_call_are_kept_as_such(handler, database: Database) -> None:
    made = begin(database, surveyed.to_be_rung)

    assert send(handler, at(made), GIVEN).status_code == 303

    survey = case(database, made).survey
    assert (survey.scores, survey.how) == (Scores(Score.VERY_SATISFIED, informed=Score.NEITHER), SurveyHow.PHONE)


@pytest.mark.parametrize("left", SurveyLeft)
def test_a_call_without_answers_is_written_down_and_asked_no_more(handler, database: Database, left) -> None:
    made = begin(database, surveyed.to_be_rung)

    assert send(handler, at(made, "/unanswered"), {"left": left.value}).status_code == 303

    assert case(database, made).survey.left is left
    assert "Ring to ask how we did" not in handler.get(f"/staff/complaints/{made.reference}").text
    assert "They have not answered." in handler.get(at(made)).text


def test_why_there_are_no_answers_must_be_said(handler, database: Database) -> None:
    response = send(handler, at(begin(database, surveyed.to_be_rung), "/unanswered"), {})

    assert response.status_code == 422
    assert "Choose what came of it" in response.text


def test_nothing_said_is_asked_again(handler, database: Database) -> None:
    response = send(handler, at(begin(database, surveyed.to_be_rung)), {})

    assert response.status_code == 422
    assert "Answer one question" in response.text


def test_while_it_is_not_closed_only_the_officer_reads_what_was_said(handler, officer, database: Database) -> None:
    made = begin(database, surveyed.said_how_we_did)

    theirs, read = handler.get(at(made)).text, officer.get(at(made)).text

    assert SAID in read
    assert "Very dissatisfied, " not in theirs
    assert SAID not in theirs
    assert " checked" not in theirs
    assert "Complaints officers can read it." in theirs


def test_once_it_is_closed_whoever_has_it_in_hand_reads_it_too(handler, database: Database) -> None:
    made = begin(database, closed_and_said)

    assert SAID in handler.get(at(made)).text


def test_another_handler_does_not_read_it(handler, staff_client, database: Database) -> None:
    another = staff_client(Role.SERVICE_MANAGER, name="Tom Reid")

    assert SAID not in another.get(at(begin(database, closed_and_said))).text


def test_what_was_said_stands_in_no_timeline(officer, database: Database) -> None:
    made = begin(database, surveyed.said_how_we_did)

    page = officer.get(f"/staff/complaints/{made.reference}").text

    assert "Person 1 said how we did, on their page" in page
    assert SAID not in page
    assert "dissatisfied" not in page.lower()


def test_who_may_only_look_is_given_no_form(staff_client, database: Database) -> None:
    viewer = staff_client(Role.VIEWER)

    assert "<textarea" not in viewer.get(at(begin(database, surveyed.to_be_rung))).text


def test_before_anybody_was_asked_there_is_no_such_page(handler, database: Database) -> None:
    made = begin(database, states.answered)

    assert handler.get(at(made)).status_code == 404
    assert send(handler, at(made), GIVEN).status_code == 404
    assert send(handler, at(made, "/unanswered"), {"left": "not_reached"}).status_code == 404


def test_it_asks_few_things_of_the_database(officer, database: Database, queries) -> None:
    made = begin(database, surveyed.said_how_we_did)
    officer.get(at(made))

    with queries() as asked:
        officer.get(at(made))

    assert len(asked) <= MOST_QUERIES
