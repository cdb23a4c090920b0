"""Every macro, in every state, before any page is made of them."""

import pytest
from playwright.sync_api import expect

from tests.browser import checks, keyboard, shapes
from tests.browser.scripts import BROKEN, no_script
from tests.browser.speed import best_visit, within_budget
from tests.kitchen import STATES

every_state = pytest.mark.parametrize("state", STATES)
SEEN = [*(("resident", state, 360) for state in STATES), ("resident", "error", 1280), ("staff", "full", 1280)]


@pytest.mark.parametrize(("area", "state", "width"), SEEN)
def test_the_patterns_can_be_used_by_anybody(look, patterns, area, state, width):
    page = look(f"{patterns}/sink?state={state}&area={area}", width=width)

    checks.every(page, checks.axe, checks.tree, checks.targets, checks.language, checks.purpose)


@every_state
def test_they_keep_their_shape(look, patterns, state):
    page = look(f"{patterns}/sink?state={state}", bypass_csp=True)

    checks.every(page, shapes.reflow, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


@pytest.mark.parametrize(("state", "width"), [("empty", 1280), ("full", 360)])
def test_the_keyboard_is_enough(look, patterns, state, width):
    page = look(f"{patterns}/sink?state={state}", width=width)

    checks.every(page, keyboard.tab_order, keyboard.skip_link)


@pytest.mark.parametrize("state", ["full", "error"])
def test_they_are_mirrored_where_the_writing_is(look, mirrored_patterns, state):
    page = look(f"{mirrored_patterns}/sink?state={state}", bypass_csp=True)

    checks.every(page, checks.axe, checks.language, shapes.reflow, shapes.large_text, shapes.text_spacing)
    tick, words = (page.locator(f".govuk-checkboxes__{part}").first.bounding_box() for part in ("input", "label"))
    assert tick["x"] + tick["width"] > words["x"] + words["width"] - 20


def test_mistakes_are_said_where_they_can_be_mended(look, patterns):
    checks.errors(look(f"{patterns}/sink?state=error"))


def test_help_stands_in_the_same_order_everywhere(look, patterns):
    pages = (f"{patterns}/sink?area=resident", f"{patterns}/stops")

    orders = {checks.help_order(look(address)) for address in pages}

    assert orders == {
        ("Phone", "Relay UK", "British Sign Language", "Email", "Visit", "Housing Ombudsman"),
    }


@pytest.mark.parametrize("how", BROKEN)
def test_what_a_choice_reveals_is_seen_by_whoever_runs_no_script(browser, patterns, how):
    with no_script(browser, how) as page:
        page.goto(f"{patterns}/sink?state=empty")

        expect(page.locator("#email")).to_be_visible()
        expect(page.locator("#phone")).to_be_visible()


def test_what_a_choice_reveals_waits_for_it_where_script_runs(look, patterns):
    page = look(f"{patterns}/sink?state=empty")
    expect(page.locator("#phone")).to_be_hidden()

    page.get_by_label("Phone", exact=True).check()

    expect(page.locator("#phone")).to_be_visible()


def test_what_is_pasted_arrives(look, patterns):
    checks.accepts_paste(look(f"{patterns}/sink"), "#name", "Kim Lee")


def test_three_shifts_leave_the_page(look, patterns):
    page = look(f"{patterns}/sink")

    for _ in range(3):
        page.keyboard.press("Shift")

    page.wait_for_url("**/leave")


def test_a_cold_visit_is_light(browser, patterns):
    within_budget(best_visit(browser, f"{patterns}/stops", then=f"{patterns}/stops?sent"))
