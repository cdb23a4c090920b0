"""Declaring a conflict of interest on its page (5.8)."""

from __future__ import annotations

from app.domain.landlord.permissions import Role
from app.services.case import complaints, histories
from tests import states
from tests.cases import deed
from tests.forms import press
from tests.web.staff.case.conftest import begin


def given(database):
    made = begin(database, states.fresh)
    with database.writing() as session:
        complaints.assign(session, made.reference, 1, deed())
    return f"/staff/complaints/{made.reference}", made


def handler_of(database, made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed()).complaint.handler


def test_who_has_it_is_led_to_the_question_and_goes_on(handler, database):
    page, made = given(database)

    assert f'href="{page}/declaration"' in handler.get(page).text
    none = press(handler, f"{page}/declaration")
    kept = press(handler, f"{page}/declaration", {"conflict": "none"})

    assert (none.status_code, kept.status_code, kept.location) == (422, 303, page)
    assert handler_of(database, made) == 1


def test_a_conflict_gives_it_back(handler, database):
    page, made = given(database)

    kept = press(handler, f"{page}/declaration", {"conflict": "conflict", "words": "She is my aunt"})

    assert (kept.status_code, kept.location) == (303, "/staff/work")
    assert handler_of(database, made) is None
    assert "You have said that you have a conflict" in handler.get(f"{page}/declaration").text


def test_nobody_is_led_to_declare_for_somebody_else(handler, database, staff_client):
    other = staff_client(Role.STAGE_2_REVIEWER)
    page, _ = given(database)

    text = other.get(page).text
    assert text.count("Say if you have a conflict of interest") == 2  # the duty of another, and their own deed
    assert text.count(f'href="{page}/declaration"') == 1
