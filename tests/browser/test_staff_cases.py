"""A complaint as the staff have it, and what they do with it, as a real browser shows it in every state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import checks, keyboard, shapes
from tests.browser.offices import OFFICER, Office, office
from tests.states import STATES

DEEDS = (
    ("acknowledgement", "fresh"),
    ("acknowledgement", "asked"),
    ("concerned", "acknowledged"),
    ("correction", "acknowledged"),
    ("definition", "longest"),
    ("definition", "outcomes_unknown"),
    ("more-time", "acknowledged"),
    ("new-date", "late"),
    ("parties/1/return-code", "acknowledged"),
    ("update", "more_time_taken"),
)
WIDE = ("fresh", "with_promises", "looking_again", "longest")
SEEN = [("", state, 360) for state in STATES] + [("", state, 1280) for state in WIDE]
SEEN += [("stage-2", "answered", 360), ("parties/1/return-code", "longest", 360)]


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


@pytest.mark.parametrize(("page", "state", "width"), SEEN)
def test_anybody_can_use_a_case(open_case, page, state, width):
    opened = open_case(state, page, width=width, bypass_csp=True)

    checks.every(opened, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)


@pytest.mark.parametrize(("deed", "state"), DEEDS)
def test_anybody_can_do_what_is_to_be_done(open_case, deed, state):
    page = open_case(state, deed, bypass_csp=True)
    checks.every(page, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)

    for box in page.locator("main textarea, main input[type=text]").all():
        box.fill("")
    page.locator("main form button:not([name])").last.click()

    page.locator(".govuk-error-summary").wait_for()
    checks.every(page, checks.axe, checks.tree, checks.targets, checks.errors, shapes.reflow)


@pytest.mark.parametrize("width", [360, 1280])
def test_anybody_can_read_out_a_new_return_code(open_case, width):
    page = open_case("acknowledged", "parties/1/return-code", width=width, bypass_csp=True)
    page.locator("main textarea").fill("They told us what they wrote on the first day.")
    page.get_by_role("button", name="I have checked: make a new code").click()

    page.locator(".code").wait_for()
    checks.every(page, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)


@pytest.mark.parametrize(("page", "state"), [("", "with_promises"), ("acknowledgement", "fresh")])
def test_large_letters_wide_spacing_and_other_colours_break_nothing(open_case, page, state):
    opened = open_case(state, page, bypass_csp=True)

    checks.every(opened, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


@pytest.mark.parametrize(("page", "state"), [("", "with_promises"), ("acknowledgement", "fresh")])
def test_the_keyboard_is_enough(open_case, page, state):
    checks.every(open_case(state, page), keyboard.tab_order, keyboard.skip_link)
