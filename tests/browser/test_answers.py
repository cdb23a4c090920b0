"""The answer composer as a real browser shows it: it keeps what is typed, says what is missing, and loses no focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.vocabulary import Ours
from app.services.case import answer_drafts
from app.services.case.complaints import Made
from tests import states
from tests.browser import checks, keyboard, shapes
from tests.browser.offices import OFFICER, Office, office
from tests.browser.scripts import BROKEN, no_script
from tests.browser.visits import at_both_widths

AUTOSAVED = "**/response/draft"


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[Office]:
    with office(run) as served:
        yield served


@pytest.fixture
def compose(house, look):
    """Opens the composer of a complaint: `compose(made, OFFICER, width=1280)`."""

    def opened(made: Made, who: int = OFFICER, **context: object) -> Page:
        return look(house.page_of(made, "response"), storage_state=house.signed_in(who), **context)

    return opened


def longest(session):
    points = tuple(PointDraft(states.LONG, Ours.OURS, theirs=states.URDU) for _ in range(20))
    return states.acknowledged(session, DefinitionDraft(points, (states.URDU, "Donaudampfschifffahrt" * 12)))


def fill(page: Page) -> None:
    """Write a whole answer, as somebody would, from the top to the bottom."""
    page.fill("#decision", "We let you down over the boiler.")
    page.check("#findings-1-finding")
    page.fill("#findings-1-reasons", "It took us nine days.")
    page.check("#findings-2-finding-3")
    page.fill("#findings-2-reasons", "Your supplier sets the price.")
    page.check("#outcomes-1-granted-2")
    page.fill("#outcomes-1-why", "The part is on order.")
    page.fill("#remedy", "We are sorry, and pay you £50.")
    page.check("#remedies")
    page.fill("#promises-0-words", "Fit the new part")
    page.select_option("#promises-0-owner", label="Tom Reid")
    for part, number in (("day", "20"), ("month", "1"), ("year", "2027")):
        page.fill(f"#promises-0-due_on-{part}", number)


@pytest.mark.parametrize("state", [states.acknowledged, states.outcomes_unknown, states.right_to_left, longest])
def test_anybody_can_use_it(house, compose, state):
    at_both_widths(compose(house.begin(state), bypass_csp=True), markup=False)


def test_anybody_can_use_what_comes_of_it(house, compose):
    page = compose(house.begin(states.acknowledged), bypass_csp=True)
    page.get_by_role("button", name="See the letter").click()
    page.wait_for_function("document.title.startsWith('Error: ')")
    checks.every(page, checks.axe, checks.tree, checks.targets, shapes.reflow, checks.errors)

    fill(page)
    page.get_by_role("button", name="See the letter").click()
    page.get_by_role("heading", name="Check the answer").wait_for()
    at_both_widths(page, markup=False)


def test_somebody_who_may_not_answer_can_read_why(house, compose):
    page = compose(house.begin(states.looking_again), bypass_csp=True)

    expect(page.get_by_text("Stage 2 needs somebody new")).to_be_visible()
    checks.every(page, checks.axe, checks.tree, checks.targets, shapes.reflow)


def test_large_letters_wide_spacing_and_other_colours_break_nothing(house, compose):
    page = compose(house.begin(states.acknowledged), bypass_csp=True)

    checks.every(page, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


def test_the_keyboard_is_enough(house, compose):
    page = compose(house.begin(states.acknowledged))

    checks.every(page, keyboard.tab_order, keyboard.skip_link)


def test_what_is_typed_is_kept_in_silence_while_the_focus_stays(house, compose):
    made = house.begin(states.acknowledged)
    page = compose(made)
    page.focus("#decision")
    checks.ask(page, "listen")

    with page.expect_response(AUTOSAVED) as answer:
        page.keyboard.type("We are sorry.", delay=5)

    assert answer.value.status == 200
    page.get_by_text("You saved the draft").wait_for()
    assert page.evaluate("document.activeElement.id") == "decision"
    assert page.evaluate("window.news") == []
    assert "What we decided: " not in page.locator("#progress").inner_text()
    assert words_of(house, made, "decision") == "We are sorry."


def test_a_choice_made_again_is_kept_too(house, compose):
    made = house.begin(states.acknowledged)
    page = compose(made)

    for choice, kept in (("", "upheld"), ("-2", "partly_upheld"), ("", "upheld")):
        with page.expect_response(AUTOSAVED):
            page.check(f"#findings-1-finding{choice}")
        page.wait_for_timeout(100)
        assert words_of(house, made, "findings-1-finding") == kept


def words_of(house: Office, made: Made, field: str) -> str:
    with house.database.reading() as session:
        draft = answer_drafts.find(session, made.case_id, 1)
    return draft.typed[field] if draft else ""


def test_what_is_missing_is_said_once_and_the_focus_stays(house, compose):
    page = compose(house.begin(states.acknowledged))

    said = keyboard.says_once(page, lambda page: page.click("#check"))

    assert said == "8 things are missing"
    assert keyboard.keeps_focus(page, lambda page: page.click("#check")) == "check"


def test_what_somebody_else_saved_is_said_once_and_nothing_is_lost(house, compose):
    made = house.begin(states.acknowledged)
    first, second = compose(made), compose(made)
    first.fill("#decision", "The first tab’s words")
    first.click("#save")
    first.get_by_text("The draft is saved").wait_for()

    said = keyboard.says_once(second, lambda page: page.fill("#decision", "The second tab’s words"))

    assert "Your words are still here" in said
    assert second.input_value("#decision") == "The second tab’s words"
    assert words_of(house, made, "decision") == "The first tab’s words"
    second.click("#save")
    second.get_by_text("The first tab’s words").wait_for()
    assert second.input_value("#decision") == "The second tab’s words"
    second.click("#save")
    second.get_by_text("The draft is saved").wait_for()
    assert words_of(house, made, "decision") == "The second tab’s words"


@pytest.mark.parametrize("how", BROKEN)
def test_an_answer_is_written_and_sent_without_script(browser, house, how):
    made = house.begin(states.acknowledged)
    with no_script(browser, how, storage_state=house.signed_in(OFFICER)) as page:
        page.goto(house.page_of(made, "response"))
        fill(page)
        page.get_by_role("button", name="Add another row").click()
        expect(page.locator("#promises-1-words")).to_have_count(1)
        page.get_by_role("button", name="Save draft").click()
        expect(page.get_by_text("The draft is saved")).to_be_visible()
        assert page.input_value("#remedy") == "We are sorry, and pay you £50."

        page.get_by_role("button", name="See the letter").click()
        page.get_by_role("link", name="Go back and change it").or_(page.get_by_role("button", name="Go back")).click()
        assert page.input_value("#promises-0-words") == "Fit the new part"
        page.get_by_role("button", name="See the letter").click()
        expect(page.get_by_text("Wednesday 20 January 2027")).to_be_visible()
        page.get_by_role("button", name="Send the answer").click()

        expect(page.get_by_text("The answer is written")).to_be_visible()
