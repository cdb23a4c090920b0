"""A colleague's part of the answer: asked for, on their own list, and beside what is being written."""

from __future__ import annotations

import pytest

from app.domain.landlord.permissions import Role
from tests.web.staff.case.conftest import send

ASKED = {
    "staff": "2",
    "words": "When was the last visit?",
    "due_on-day": "1",
    "due_on-month": "12",
    "due_on-year": "2026",
}
MOST = 8


@pytest.fixture
def colleague(handler, staff_client):
    """Somebody (staff 2) who may only read complaints."""
    return staff_client(Role.VIEWER, name="Ola Surveyor")


@pytest.fixture
def asked(handler, colleague, made):
    address = f"/staff/complaints/{made.reference}/contributions"
    assert send(handler, address, ASKED).status_code == 303
    return address


def test_it_stands_on_the_list_of_who_was_asked(colleague, asked):
    work = colleague.get("/staff/work").text

    assert "Give your part of the answer" in work
    assert "When was the last visit?" in colleague.get(f"{asked}/1").text


def test_what_they_give_stands_beside_the_answer(handler, colleague, made, asked):
    composer = f"/staff/complaints/{made.reference}/response"
    assert "Not given yet: due on Tuesday 1 December 2026" in handler.get(composer).text

    assert send(colleague, f"{asked}/1", {"words": "On 3 March, by Mr Lee"}).status_code == 303

    assert "On 3 March, by Mr Lee" in handler.get(composer).text
    assert colleague.get(f"{asked}/1").status_code == 404


def test_nothing_given_is_asked_again(colleague, asked):
    response = send(colleague, f"{asked}/1", {"words": " "})

    assert response.status_code == 422
    assert "Write your part" in response.text


def test_what_is_missing_in_a_request_is_said_and_nothing_is_lost(handler, colleague, made):
    response = send(handler, f"/staff/complaints/{made.reference}/contributions", ASKED | {"staff": ""})

    assert response.status_code == 422
    assert "Choose whom to ask" in response.text
    assert "When was the last visit?" in response.text


def test_somebody_else_who_only_reads_neither_gives_it_nor_asks(staff_client, asked, made):
    stranger = staff_client(Role.VIEWER, Role.VIEWER, name="Somebody Else")

    assert stranger.get(f"{asked}/1").status_code == 404
    assert send(stranger, f"{asked}/1", {"words": "Mine"}).status_code == 404
    assert stranger.get(asked).status_code == 404
    assert send(stranger, asked, ASKED).status_code == 404


@pytest.mark.parametrize("page", ["", "/1"])
def test_the_pages_ask_the_database_few_things(handler, asked, queries, page):
    handler.get(f"{asked}{page}")
    with queries() as count:
        handler.get(f"{asked}{page}")

    assert len(count) <= MOST
