"""A complaint as the staff have it, in the states of which the demo has no story; the others: test_staff_pages.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import checks, shapes
from tests.browser.offices import OFFICER, Office, office
from tests.browser.visits import after_a_mistake, at_both_widths
from tests.states import STATES

SEEN = (
    "outcomes_unknown",
    "late_unowned",
    "late",
    "late_with_new_date",
    "answered",
    "asked_early",
    "final_answer",
    "for_somebody_else",
    "in_danger",
    "damp_looked_at",
    "damp_late",
)
HAZARDS = (
    ("new", "fresh"),
    ("1/assessment", "damp"),
    ("1/investigation", "damp"),
    ("1/summary", "damp_looked_at"),
    ("1/safety", "in_danger"),
)


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[Office]:
    with office(run) as served:
        yield served


@pytest.fixture
def open_case(house, look):
    """Opens a page of a complaint in some state, signed in as the officer: `open_case("late", "more-time")`."""

    def opened(state: str, page: str = "", **context: object):
        made = house.begin(STATES[state])
        return look(house.page_of(made, page), storage_state=house.signed_in(OFFICER), **context)

    return opened


@pytest.mark.parametrize("state", SEEN)
def test_anybody_can_use_a_case(open_case, state):
    opened = open_case(state, bypass_csp=True)

    checks.every(opened, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)


def test_a_definition_that_waits_for_its_outcomes_can_be_written(open_case):
    opened = open_case("outcomes_unknown", "definition", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


@pytest.mark.parametrize(("page", "state"), HAZARDS)
def test_anybody_can_write_down_what_is_done_about_a_danger(open_case, page, state):
    opened = open_case(state, f"hazards/{page}", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


@pytest.mark.parametrize("page", ["hazards/1", "hazards/1/decision", "hazards/2"])
def test_anybody_can_look_at_a_danger_and_decide(open_case, page):
    at_both_widths(open_case("damp_late", page, bypass_csp=True))


@pytest.mark.parametrize("state", ["acknowledged", "longest"])
def test_a_new_return_code_can_be_asked_for(open_case, state):
    opened = open_case(state, "parties/1/return-code", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


@pytest.mark.parametrize("width", [360, 1280])
def test_anybody_can_read_out_a_new_return_code(open_case, width):
    page = open_case("acknowledged", "parties/1/return-code", width=width, bypass_csp=True)
    page.locator("main textarea").fill("They told us what they wrote on the first day.")
    page.get_by_role("button", name="I have checked: make a new code").click()

    page.locator(".code").wait_for()
    checks.every(page, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)
