"""The resident's page says what we must do by when about a danger in the home, and whom to ring meanwhile."""

from __future__ import annotations

import pytest

from app.services.case import withdrawals
from tests import states

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@SQLITE
def test_what_we_do_by_when_stands_there_with_whom_to_ring(visit):
    page = visit(states.damp).get()

    assert "By Monday 7 December 2026 we come and look at it." in page
    assert "first known Mon 23 Nov; 10 working days" in page
    assert page.index("Danger in the home") < page.index("What we promised")
    assert 'href="tel:999"' in page


@SQLITE
def test_an_emergency_is_promised_to_the_minute(visit):
    assert "By Tuesday 24 November at 12:00 we make it safe." in visit(states.in_danger).get()


@SQLITE
def test_a_missed_date_is_owned_up_to(visit):
    page = visit(states.damp_late).get()

    assert "should have made it safe. We have not, and we are sorry." in page


@SQLITE
def test_it_goes_on_when_the_complaint_is_stopped(visit):
    def stopped(session):
        made, on = states.damp(session)
        by = states.resident(made, on)
        withdrawals.withdraw(session, made.reference, 1, own_choice=True, words="", deed=by)
        return made, on

    page = visit(stopped).get()

    assert "we come and look at it" in page
    assert "This goes on even if you stop your complaint." in page


@SQLITE
def test_a_complaint_without_a_danger_says_nothing_of_one(visit):
    assert "Danger in the home" not in visit(states.acknowledged).get()
