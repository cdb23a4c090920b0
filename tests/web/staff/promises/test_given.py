"""A promise made from the case: in a call, a message, by the Ombudsman's order (7.3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.promises.ledger import Source
from tests import states
from tests.forms import press
from tests.web.staff.promises.conftest import HAPPENED, day, state_of

GIVEN = {
    **HAPPENED,
    "words": "Send the plumber",
    "owner": "1",
    "contractor": "",
    "source": "ombudsman_order",
    **day(date(2027, 1, 8), "due_on"),
}


def test_a_promise_is_made_from_the_case(handler, begin, database):
    made = begin(states.acknowledged)
    new = f"/staff/complaints/{made.reference}/promises/new"
    assert new in handler.get(f"/staff/complaints/{made.reference}").text

    sent = press(handler, new, GIVEN)

    assert sent.status_code == 303
    promise = state_of(database, made).promise(1)
    assert (promise.source, promise.due_on) == (Source.OMBUDSMAN_ORDER, date(2027, 1, 8))


def test_a_promise_may_be_a_teams_with_one_of_us_who_sees_to_it(handler, begin):
    made = begin(states.acknowledged)
    press(handler, f"/staff/complaints/{made.reference}/promises/new", GIVEN | {"contractor": "damp"})

    assert "Damp team" in handler.get("/staff/promises?contractor=damp").text.partition("<tbody")[2]
    assert "Jo Handler" in handler.get(f"/staff/complaints/{made.reference}/promises/1").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": " "}, "Write what is promised"),
        (day(date(2026, 12, 20), "due_on"), "The date cannot be earlier than the day it was promised"),
        (day(date(2026, 12, 24)), "The date must be today or earlier"),
    ],
)
def test_a_promise_with_a_part_missing_is_not_made(handler, begin, database, typed, said):
    made = begin(states.acknowledged)

    refused = press(handler, f"/staff/complaints/{made.reference}/promises/new", GIVEN | typed)

    assert refused.status_code == 422
    assert said in refused.text
    assert state_of(database, made).promises == ()
