"""A complaint as the staff have it, in the states of which the demo has no story; the others: test_staff_pages.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import peopled
from tests.browser import checks, shapes
from tests.browser.offices import OFFICER, REVIEWER, Office, office
from tests.browser.visits import after_a_mistake, at_both_widths
from tests.kinds import KINDS
from tests.states import STATES as COMPLAINTS

STATES = {**COMPLAINTS, **KINDS, "heard_of_death": peopled.heard_of_death}
SEEN = (
    "request_with_a_complaint",
    "request_done",
    "data_complaint",
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
    "refused",
    "partly_refused",
    "refused_and_overturned",
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


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("triage", "fresh"),
        ("triage", "requested"),
        ("feeling", "requested"),
        ("ending", "data_complaint"),
        ("enquiries/1", "with_a_letter_of_an_mp"),
        ("visit", "to_be_visited"),
        ("read-back", "told_and_understood"),
        ("data-protection", "acknowledged"),
        ("parties/2/share", "with_a_letter_of_an_mp"),
        ("parties/1/heard/death", "heard_of_death"),
        ("parties/1/death", "heard_of_death"),
    ],
)
def test_anybody_can_sort_a_case_and_say_what_became_of_it(open_case, page, state):
    opened = open_case(state, page, bypass_csp=True)

    at_both_widths(opened)
    if page != "triage":
        after_a_mistake(opened)


@pytest.mark.parametrize(("page", "state"), HAZARDS)
def test_anybody_can_write_down_what_is_done_about_a_danger(open_case, page, state):
    opened = open_case(state, f"hazards/{page}", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


def test_anybody_can_write_down_what_the_resident_said_of_money(open_case):
    opened = open_case("money_offered", "offers/1/answer", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


@pytest.mark.parametrize(
    ("page", "state"), [("offers/1", "money_paid"), ("offers/2", "money_raised"), ("offers", "fresh")]
)
def test_anybody_can_look_at_money_however_it_stands(open_case, page, state):
    at_both_widths(open_case(state, page, bypass_csp=True))


@pytest.mark.parametrize("page", ["hazards/1", "hazards/1/decision", "hazards/2"])
def test_anybody_can_look_at_a_danger_and_decide(open_case, page):
    at_both_widths(open_case("damp_late", page, bypass_csp=True))


def test_a_new_return_code_can_be_asked_for(open_case):
    opened = open_case("acknowledged", "parties/1/return-code", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


def test_where_no_way_is_safe_the_page_says_why_there_is_no_new_code(open_case):
    opened = open_case("longest", "parties/1/return-code", bypass_csp=True)

    at_both_widths(opened)
    expect(opened.get_by_text("Do not give a new code")).to_be_visible()
    assert opened.locator("main form").count() == 0


def test_anybody_can_read_out_a_new_return_code(open_case):
    page = open_case("acknowledged", "parties/1/return-code", bypass_csp=True)
    page.locator("main textarea").fill("They told us what they wrote on the first day.")
    page.get_by_role("button", name="I have checked: make a new code").click()

    page.locator(".code").wait_for()
    at_both_widths(page, markup=False)


@pytest.mark.parametrize("state", ["fresh", "acknowledged", "longest"])
def test_a_refusal_can_be_proposed(open_case, state):
    opened = open_case(state, "refusals", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


def test_the_letter_of_a_refusal_can_be_read_before_it_is_proposed(open_case):
    page = open_case("fresh", "refusals", bypass_csp=True)
    page.get_by_label("We have looked at this as a complaint before").check()
    page.get_by_label("All of the complaint").check()
    page.get_by_label("Why, in plain words").fill("We answered this in May.")
    page.get_by_label("What shows it").fill("Our answer of 4 May.")
    page.get_by_role("button", name="See the letter").click()

    page.get_by_role("heading", name="The letter, word for word").wait_for()
    checks.every(page, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)


@pytest.mark.parametrize(
    ("state", "page"),
    [
        ("refusal_proposed", "refusals/1"),
        ("refused", "refusals/1"),
        ("refused", "refusals/1/overturn"),
        ("refused_and_overturned", "refusals/1/done"),
    ],
)
def test_anybody_can_use_the_pages_of_a_refusal(open_case, state, page):
    at_both_widths(open_case(state, page, bypass_csp=True))


@pytest.mark.parametrize(
    ("state", "page"),
    [("mistaken", "mistake/return"), ("mistake_proposed", "mistake/decision"), ("point_raised", "new-points/1")],
)
def test_anybody_can_use_the_pages_of_a_mistake_and_of_a_new_point(open_case, state, page):
    at_both_widths(open_case(state, page, bypass_csp=True))


def test_what_becomes_of_a_new_point_is_shown_before_it_is_done(open_case):
    page = open_case("point_raised", "new-points/1", bypass_csp=True)
    page.get_by_label("Something that belongs to what we are looking at").check()
    page.get_by_role("group", name="Would it hold up our answer").get_by_label("No").check()
    page.get_by_role("button", name="Show what happens").click()

    page.get_by_role("button", name="Do this, and write to the resident").wait_for()
    at_both_widths(page, markup=False)


def test_anybody_can_decide_on_what_somebody_else_proposed(house, look):
    made = house.begin(STATES["refusal_proposed"], "staff:2")

    page = look(house.page_of(made, "refusals/1"), storage_state=house.signed_in(OFFICER), bypass_csp=True)

    page.get_by_role("button", name="Give it back").wait_for()
    at_both_widths(page)


@pytest.mark.parametrize(
    ("state", "page"),
    [("answer_being_checked", "checks/1"), ("answer_given_back", "checks/1"), ("answer_given_back", "response")],
)
def test_anybody_can_check_an_answer_and_read_why_one_came_back(open_case, state, page):
    at_both_widths(open_case(state, page, bypass_csp=True))


def test_anybody_can_ask_how_we_did_in_a_call(open_case):
    opened = open_case("to_be_rung", "survey", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


@pytest.mark.parametrize(("state", "page"), [("acknowledged", ""), ("stopped", "/end")])
def test_anybody_can_stop_a_complaint_for_somebody_or_go_on_with_it(open_case, state, page):
    at_both_widths(open_case(state, f"withdrawal{page}", bypass_csp=True))


def test_anybody_can_look_at_how_a_complaint_was_dealt_with(house, look):
    made = house.begin(STATES["drawn_for_review"])
    opened = look(house.page_of(made, "review"), storage_state=house.signed_in(REVIEWER), bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


def test_who_had_a_part_in_it_reads_that_somebody_else_looks_and_finds_it_in_the_list(house, look):
    made = house.begin(STATES["drawn_for_review"])
    signed_in = house.signed_in(OFFICER)

    at_both_widths(look(house.page_of(made, "review"), storage_state=signed_in, bypass_csp=True))
    at_both_widths(look(f"{house.address}/staff/reviews", storage_state=signed_in, bypass_csp=True))


def test_anybody_can_read_how_we_did(open_case):
    at_both_widths(open_case("said_how_we_did", "survey", bypass_csp=True))


def test_an_answer_is_not_given_back_without_a_word(open_case):
    page = open_case("answer_being_checked", "checks/1", bypass_csp=True)
    page.get_by_role("button", name="Give it back").click()

    page.wait_for_function("document.title.startsWith('Error: ')")
    page.wait_for_load_state()
    checks.every(page, checks.errors, checks.axe, checks.tree, checks.targets, shapes.reflow)
