"""What was promised: listed by its date, and marked done with what proves it (7.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from tests import states
from tests.web.conftest import token_of

LIST = "/staff/promises"


@pytest.fixture(autouse=True)
def just_before_christmas(clock):
    clock.at = datetime(2026, 12, 22, 12, tzinfo=UTC)


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def promised(handler, database):
    """Two promises of the handler, one of them late."""
    with database.writing() as session:
        return states.answered(session, *states.PROMISES)[0]


def proof(reference, number=1):
    return f"/staff/complaints/{reference}/promises/{number}/proof"


def finish(client, address, day="21", month="12", year="2026", proof="The tenant rang to say so", **more):
    said = {"happened_on-day": day, "happened_on-month": month, "happened_on-year": year, "proof": proof}
    form = {"csrf_token": token_of(client), "key": uuid4().hex, "seen": "99"}
    return client.post(address, data=form | said | more)


def test_promises_stand_in_the_order_of_their_dates(handler, promised):
    page = handler.get(LIST).text

    assert page.index("Mend the boiler") < page.index("Check it is warm")
    assert "Late by 2 working days" in page


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("?view=late", True, False),
        ("?view=done", False, False),
        ("?owner=me", True, True),
        ("?owner=999", True, True),
        ("?view=odd", True, True),
        ("?after=2026-12-20.1.1", False, True),
    ],
)
def test_a_list_can_be_narrowed(handler, promised, query, first, second):
    page = handler.get(f"{LIST}{query}").text

    assert ("Mend the boiler" in page, "Check it is warm" in page) == (first, second)


def test_a_promise_is_done_once_somebody_says_how_we_know(handler, promised):
    assert "Mend the boiler" in handler.get(proof(promised.reference)).text

    done = finish(handler, proof(promised.reference))

    assert done.status_code == 303
    assert "is marked as done" in handler.get(done.location).text
    assert "Mend the boiler" not in handler.get(LIST).text
    assert "Mend the boiler" in handler.get(f"{LIST}?view=done").text


def test_pressing_twice_marks_it_once(handler, promised):
    pressed = {"key": "0" * 32}

    assert finish(handler, proof(promised.reference), **pressed).status_code == 303
    assert finish(handler, proof(promised.reference), **pressed).status_code == 303


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"proof": " "}, "Say how we know"),
        ({"day": "23"}, "must be today or earlier"),
        ({"day": ""}, "must include a day"),
        ({"day": "", "month": "", "year": ""}, "Enter the day it was done"),
        ({"proof": "x" * 2_001}, "Error:"),
    ],
)
def test_what_is_missing_is_asked_for_beside_its_question(handler, promised, changed, said):
    refused = finish(handler, proof(promised.reference), **changed)

    assert refused.status_code == 422
    assert said in refused.text


def test_a_promise_that_somebody_else_has_settled_meanwhile_is_shown_again(handler, promised):
    finish(handler, proof(promised.reference))

    late = finish(handler, proof(promised.reference), seen="1")

    assert late.status_code == 409
    assert "The tenant rang to say so" in late.text


@pytest.mark.parametrize("number", [3, 99])
def test_a_promise_nobody_made_is_not_found(handler, promised, number):
    assert handler.get(proof(promised.reference, number)).status_code == 404


def test_a_viewer_reads_promises_and_settles_none(staff_client, promised):
    viewer = staff_client(Role.VIEWER)

    assert "Mark as done" not in viewer.get(LIST).text
    assert viewer.get(proof(promised.reference)).status_code == 404
    assert finish(viewer, proof(promised.reference)).status_code == 404


def test_an_empty_list_says_so(handler):
    assert "There are no such promises" in handler.get(LIST).text
