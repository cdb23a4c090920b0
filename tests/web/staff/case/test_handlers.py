"""Taking a complaint on and giving it away, in the line of a list or on a page of its own."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from tests import cases
from tests.web.conftest import HTMX, token_of

WORK = "/staff/work"


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER, name="Sam Okoro")


@pytest.fixture
def made(handler, database):
    """A complaint with two duties: to acknowledge it, and to post the receipt."""
    with database.writing() as session:
        return cases.a_complaint(session, cases.a_person(ways={}, preferences=None))


def give(client, made, to, **more):
    sent = {"csrf_token": token_of(client), "key": uuid4().hex, "seen": "9"}
    sent |= {"row": "acknowledge-1-0", "staff": to, "back": WORK}
    headers = more.pop("headers", {})
    return client.post(f"/staff/complaints/{made.reference}/handler", data=sent | more, headers=headers)


def test_taking_it_on_makes_it_mine(handler, made):
    taken = give(handler, made, 1, back=f"{WORK}?view=team")

    assert taken.status_code == 303
    assert taken.location == f"{WORK}?view=team"
    assert f"{made.reference} is now yours" in handler.get(taken.location).text
    assert made.reference in handler.get(WORK).text


def test_with_script_only_the_cells_of_that_complaint_change_and_it_is_said_once(handler, made):
    part = give(handler, made, 1, also="find_safe_way-1-1", headers=HTMX).text

    assert "<html" not in part
    assert part.count(f'id="holder-{made.reference}-') == 2
    assert part.count("hx-swap-oob") == 2  # the other duty of the case, and the one line of news
    assert f'id="hand-{made.reference}-acknowledge-1-0"' in part
    assert f"{made.reference} is now yours" in part


def test_it_can_be_given_to_somebody_else(handler, officer, made):
    given = give(handler, made, 2)

    assert "Sam Okoro now has" in handler.get(given.location).text
    assert made.reference in officer.get(WORK).text


def test_the_choice_is_asked_in_the_cell_or_on_a_page(handler, officer, made):
    address = f"/staff/complaints/{made.reference}/handler?row=acknowledge-1-0"

    part, whole = handler.get(address, headers=HTMX).text, handler.get(address).text

    assert "<html" not in part
    assert "<html" in whole
    assert part.count('<option value="2">Sam Okoro') == 1
    assert f'id="hand-{made.reference}-acknowledge-1-0"' in part
    assert "Take it on" in handler.get(f"{address}&leave=1", headers=HTMX).text


def test_when_somebody_else_was_quicker_the_cell_says_who(handler, officer, made):
    give(officer, made, 2)

    late = give(handler, made, 1, seen="2", headers=HTMX)

    assert late.status_code == 409
    assert "Sam Okoro was given this while you were looking" in late.text


def test_pressing_twice_is_one_deed(handler, made):
    assert give(handler, made, 1, key="0" * 32).status_code == 303
    assert give(handler, made, 1, key="0" * 32).status_code == 303


@pytest.mark.parametrize("to", ["", "99", "x", "-1", "9" * 30])
def test_nobody_who_is_not_here_can_be_chosen(handler, made, to):
    assert give(handler, made, to).status_code == 422


def test_going_back_never_leaves_the_staffs_pages(handler, made):
    assert give(handler, made, 1, back="https://elsewhere.example/staff/").location == "/staff"


def test_what_is_not_there_is_not_found(handler, made):
    assert handler.get("/staff/complaints/AAAA-AAAA/handler").status_code == 404


def test_a_viewer_gives_nothing_to_anybody(staff_client, made):
    viewer = staff_client(Role.VIEWER)

    assert "Take it on" not in viewer.get(f"{WORK}?view=team").text
    assert give(viewer, made, 1).status_code == 404
