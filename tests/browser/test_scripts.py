"""Our own scripts: what is exchanged keeps the focus and is said, what is lost is said, one key keeps a session."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import checks, keyboard
from tests.browser.conftest import served
from tests.kitchen import kitchen
from tests.swaps import bp


@pytest.fixture(scope="module")
def swaps():
    app = kitchen()
    app.register_blueprint(bp)
    with served(app) as address:
        yield f"{address}/swaps"


def press(selector):
    return lambda page: page.click(selector)


def test_a_row_exchanged_in_place_keeps_the_focus(look, swaps):
    page = look(swaps)

    assert keyboard.keeps_focus(page, press("#press-7Q4K")) == "press-7Q4K"
    expect(page.locator("#row-7Q4K td").first).to_have_text(re.compile("^You"), use_inner_text=True)
    checks.every(page, checks.axe, checks.tree)


def test_what_changed_is_said_once(look, swaps):
    assert keyboard.says_once(look(swaps), press("#press-7Q4K")) == "7Q4K is yours"


def test_a_row_that_goes_gives_its_focus_to_the_next_and_the_last_to_the_caption(look, swaps):
    page = look(swaps)

    assert keyboard.keeps_focus(page, press("#drop-7Q4K button")) == "row-2M9P"
    keyboard.keeps_focus(page, press("#drop-5R8T button"))
    assert page.evaluate("document.activeElement.tagName") == "CAPTION"


def test_mistakes_take_the_focus_and_the_title(look, swaps):
    page = look(swaps)

    keyboard.keeps_focus(page, press("#note-form button"))

    checks.errors(page)


def test_what_was_not_saved_is_said_and_then_sent_by_the_browser_itself(look, swaps):
    look.forgiven += ["status of 500", "Response Status Error Code 500"]
    page = look(swaps)
    alert = page.locator("#not-saved")
    expect(alert).to_be_hidden()

    page.click("#press-2M9P")
    expect(alert).to_have_text("We could not save that. Your words are still here. Try again.")
    assert page.locator("#claim-2M9P #not-saved").count() == 1

    page.click("#press-2M9P")
    page.get_by_role("heading", name="Sent by the browser itself").wait_for()


def test_words_typed_survive_a_line_that_breaks(look, swaps):
    look.forgiven += ["net::ERR_FAILED", "htmx:sendError", "htmx:afterRequest"]
    page = look(swaps)
    page.fill("#what", "The bath leaks")
    page.route("**/swaps/note", lambda route: route.abort())

    page.click("#note-form button")

    page.locator("#not-saved").wait_for()
    assert page.input_value("#what") == "The bath leaks"


@pytest.fixture
def waiting(look, patterns):
    """A page of somebody signed in, on a clock that the test moves."""
    page = look("about:blank", spoilt=True)
    page.clock.install()
    page.goto(f"{patterns}/sink?stay")
    page.wait_for_function("document.body.matches('.js-enabled')")
    return page


def minutes(page, count):
    page.clock.fast_forward(count * 60 * 1000)


def test_before_a_session_ends_one_key_keeps_it(waiting):
    warning = waiting.locator("#stay")
    minutes(waiting, 24)
    expect(warning).to_be_hidden()

    minutes(waiting, 2)
    warning.wait_for()
    expect(warning).to_contain_text("sign you out in 5 minutes")
    with waiting.expect_response("**/stay") as answer:
        waiting.keyboard.press("Enter")

    assert answer.value.status == 204
    warning.wait_for(state="hidden")
    minutes(waiting, 24)
    expect(warning).to_be_hidden()
    minutes(waiting, 2)
    warning.wait_for()


def test_escape_keeps_a_session_too(waiting):
    minutes(waiting, 26)
    waiting.locator("#stay").wait_for()

    with waiting.expect_response("**/stay"):
        waiting.keyboard.press("Escape")


def test_when_a_session_has_ended_the_words_are_still_there(waiting):
    waiting.fill("#name", "Kim Lee")

    minutes(waiting, 26)
    minutes(waiting, 5)

    warning = waiting.locator("#stay")
    expect(warning).to_contain_text("You have been signed out")
    waiting.keyboard.press("Enter")
    warning.wait_for(state="hidden")
    assert waiting.input_value("#name") == "Kim Lee"
