"""Closing is offered when nothing is left to do, and its letter tells what was done (6.6, 9.1, S14)."""

from __future__ import annotations

import pytest

from app.domain.mail.notices import Notice
from tests import states
from tests.forms import press
from tests.letters import in_order, letter
from tests.web.staff.promises.conftest import state_of

CLOSING = {"cause": "delay", "learning": "Order it the same day.", "wider": "no"}


def closure(made):
    return f"/staff/complaints/{made.reference}/closure"


def test_closing_is_offered_once_nothing_is_left_to_do_and_never_before(handler, begin):
    offered = {
        state.__name__: "/closure" in handler.get(f"/staff/complaints/{begin(state).reference}").text
        for state in (states.acknowledged, states.with_promises, states.promise_disputed, states.finished)
    }

    assert offered == {"acknowledged": False, "with_promises": False, "promise_disputed": False, "finished": True}


def test_before_that_its_page_says_what_is_left(handler, begin):
    page = handler.get(closure(begin(states.with_promises))).text

    assert "A promise is still open" in page
    assert "Close it and write" not in page


def test_a_closing_letter_tells_what_became_of_each_promise_and_how_to_come_back(handler, begin, database):
    made = begin(states.finished)

    sent = press(handler, closure(made), CLOSING)

    assert sent.status_code == 303
    complaint = state_of(database, made)
    assert (complaint.closure.cause, complaint.letters[-1].notice) == ("delay", Notice.CLOSED)
    with database.reading() as session:
        text = letter(session, made)
    in_order(
        text,
        "We close it now",
        "Mend the boiler | Sunday 20 December 2026 | Done on Tuesday 8 December 2026",
        "Then your complaint is opened again",
        "You can ask for Stage 2",
        "Housing Ombudsman",
    )
    assert "Order it the same day" not in text


def test_a_closing_letter_after_stage_2_offers_no_third(handler, begin, database):
    made = begin(states.final_answer)

    press(handler, closure(made), CLOSING)

    with database.reading() as session:
        text = letter(session, made)
    assert "The Housing Ombudsman can still look at it, for 12 months from its date." in text
    assert "You can ask for Stage 2" not in text


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"cause": ""}, "Choose what caused it"),
        ({"learning": " "}, "Write what we learnt"),
        ({"wider": "odd"}, "Not a valid choice"),
    ],
)
def test_closing_takes_a_cause_learning_and_a_wider_view(handler, begin, database, missing, said):
    made = begin(states.finished)

    refused = press(handler, closure(made), CLOSING | missing)

    assert refused.status_code == 422
    assert said in refused.text
    assert state_of(database, made).closure is None


def test_a_closed_complaint_can_still_go_to_stage_2(handler, begin):
    page = handler.get(f"/staff/complaints/{begin(states.closed).reference}").text

    assert "/stage-2" in page
    assert "/closure" not in page
