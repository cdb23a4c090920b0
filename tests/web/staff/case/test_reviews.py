"""Quality reviews, on the pages of those who do them; nobody else finds them, and residents least of all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.db import Database
from app.domain.case.review_states import ReviewResult
from app.domain.landlord.permissions import Role
from tests import states, surveyed
from tests.web.staff.case.conftest import begin, case, send

GIVEN = {
    "definition": "yes",
    "points": "yes",
    "plain": "no",
    "promises": "yes",
    "dates": "yes",
    "result": "to_learn",
    "words": "Long words in the answer.",
}
MOST_QUERIES = 8


@pytest.fixture
def officer(handler: FlaskClient, staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    """The officer, who is staff 2 and had no part: the handler is staff 1."""
    return staff_client(Role.COMPLAINTS_OFFICER, name="Dana Officer")


def at(made) -> str:
    return f"/staff/complaints/{made.reference}/review"


def test_what_was_drawn_is_in_the_list_and_among_the_work_of_whom_it_was_laid_on(officer, database: Database) -> None:
    made = begin(database, surveyed.drawn_for_review)

    listed, work = officer.get("/staff/reviews").text, officer.get("/staff/work").text

    assert made.reference in listed
    assert "December 2026" in listed
    assert "Dana Officer" in listed
    assert "Look at how a complaint was dealt with" in work


def test_a_review_is_done_and_shown(officer, database: Database) -> None:
    made = begin(database, surveyed.drawn_for_review)

    assert send(officer, at(made), GIVEN).status_code == 303

    review = case(database, made).review
    assert (review.result, review.answers.plain, review.reviewed_by) == (ReviewResult.TO_LEARN, False, 2)
    page = officer.get(at(made)).text
    assert "Long words in the answer." in page
    assert "There is something to learn" in page
    assert "There is something to learn" in officer.get("/staff/reviews").text


def test_what_is_left_out_is_said_where_it_is_and_the_words_are_kept(officer, database: Database) -> None:
    response = send(officer, at(begin(database, surveyed.drawn_for_review)), {"words": "Long words"})

    assert response.status_code == 422
    assert "Answer yes or no" in response.text
    assert "Choose what it comes to" in response.text
    assert "Long words" in response.text


def test_who_had_a_part_in_it_is_told_that_somebody_else_looks(staff_client, database: Database) -> None:
    head = staff_client(Role.HEAD_OF_SERVICE)
    made = begin(database, surveyed.drawn_for_review)

    assert "You had a part in this complaint" in head.get(at(made)).text
    response = send(head, at(made), GIVEN)

    assert response.status_code == 422
    assert case(database, made).review.waits


def test_a_handler_finds_no_such_pages(handler, database: Database) -> None:
    made = begin(database, surveyed.drawn_for_review)

    assert [handler.get(at(made)).status_code, handler.get("/staff/reviews").status_code] == [404, 404]


def test_what_was_not_drawn_has_no_such_page(officer, database: Database) -> None:
    assert officer.get(at(begin(database, states.answered))).status_code == 404
    assert "Nothing has been drawn yet." in officer.get("/staff/reviews").text


@pytest.mark.parametrize("path", ["", "/staff/reviews"])
def test_it_asks_few_things_of_the_database(officer, database: Database, queries, path) -> None:
    made = begin(database, surveyed.drawn_for_review)
    officer.get(path or at(made))

    with queries() as asked:
        officer.get(path or at(made))

    assert len(asked) <= MOST_QUERIES
