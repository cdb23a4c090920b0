"""A resident's own complaint, in every state, as a real browser shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Landlord, SignedOff
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.landlord import landlord, staff
from app.services.people import sessions
from app.words import catalogues
from tests.browser import checks, keyboard, shapes
from tests.browser.conftest import served
from tests.browser.speed import best_visit, within_budget
from tests.browser.visits import after_a_mistake
from tests.catalogues import RIGHT_TO_LEFT, write_catalogue
from tests.catalogues import mirrored as in_hebrew
from tests.clocks import Clock
from tests.houses import empty_site, keeping
from tests.kinds import KINDS
from tests.states import STATES as COMPLAINTS

LANDLORD = Landlord(
    name="Elm Grove Homes",
    phone="0161 496 0000",
    emergency_phone="0161 496 0001",
    signed_off=(SignedOff(RIGHT_TO_LEFT, "Nia Evans", date(2026, 1, 5)),),
)
STATES = {**COMPLAINTS, **KINDS}
PAGES = {
    "understanding": ("told_and_understood", "longest", "right_to_left", "outcomes_unknown", "answered", "merged"),
    "letters/1": ("fresh",),
    "letters/2?size=large": ("longest",),
    "letters/3": ("more_time_taken", "answered"),
    "stage-2": ("acknowledged", "answered", "asked_early", "looking_again", "longest"),
    "promises/1": ("with_promises", "promise_moved", "promise_disputed", "promise_ended", "closed"),
    "offers/1": ("money_offered", "money_raised", "money_accepted", "money_declined", "money_paid"),
    "offers/2": ("money_raised",),
    "ombudsman": ("acknowledged", "final_answer"),
    "pack": ("final_answer", "longest", "right_to_left"),
    "stop": ("acknowledged", "longest"),
    "reopen": ("stopped",),
    "refusals/1": ("refused", "partly_refused", "refused_and_overturned"),
    "formats": ("acknowledged",),
    "people/2": ("for_somebody_else", "spoken_for", "told_no"),
    "contact-limits/1": ("restricted", "restricted_and_unhappy", "restricted_at_length"),
    "messages": ("acknowledged", "in_touch", "long_messages"),
    "evidence": ("acknowledged", "with_files"),
    "talk": ("acknowledged",),
    "new-point": ("acknowledged", "point_raised", "point_apart"),
    "complaint": ("requested",),
    "about-you": ("asked_how_we_did",),
    "feedback": ("asked_how_we_did", "said_how_we_did", "said_long_ago"),
}
ALL = [("", state) for state in STATES] + [(page, state) for page, states in PAGES.items() for state in states]
MIRRORED = (
    ("", "with_promises"),
    ("", "looking_again"),
    ("", "longest"),
    ("understanding", "right_to_left"),
    ("letters/3", "more_time_taken"),
    ("stage-2", "answered"),
    ("promises/1", "promise_disputed"),
    ("offers/2", "money_raised"),
    ("pack", "right_to_left"),
    ("ombudsman", "final_answer"),
    ("stop", "acknowledged"),
    ("formats", "acknowledged"),
    ("messages", "long_messages"),
    ("evidence", "with_files"),
    ("talk", "acknowledged"),
    ("", "request_late"),
    ("refusals/1", "refused"),
    ("new-point", "point_apart"),
    ("contact-limits/1", "restricted"),
    ("feedback", "asked_how_we_did"),
)

OpenCase = Callable[..., Page]


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A language that runs from right to left: every string of ours is said in it to a browser that asks."""
    folder, as_it_was = tmp_path_factory.mktemp("translations"), catalogues.FOLDER
    write_catalogue(folder, RIGHT_TO_LEFT, in_hebrew)
    catalogues.FOLDER = folder
    catalogues.catalogue.cache_clear()
    yield
    catalogues.FOLDER = as_it_was
    catalogues.catalogue.cache_clear()


@pytest.fixture(scope="module")
def house(run: Path, hebrew: None) -> Iterator[tuple[str, Clock, dict[str, tuple[str, str, datetime]]]]:
    """A served site with a complaint in each state: its reference, who may open it, and when to look."""
    clock = Clock()
    with empty_site(run, clock) as app:
        database = app.extensions["database"]
        with database.writing() as session:
            landlord.put(session, LANDLORD, Deed(CLOCK, clock.at))
            for name in ("Grace Hall", "Tom Reid"):
                staff.add(session, name, f"{name[:3]}@example.org", frozenset({Role.HANDLER}), Deed(CLOCK, clock.at))
        made = {}
        for state in STATES:
            with database.writing() as session:
                case, on = STATES[state](session)
                at = datetime.combine(on, time(14), UTC)
                token = sessions.open_for_party(session, case.case_id, 1, "a test", Deed(CLOCK, at))
            made[state] = case.reference, token, at
        with served(app) as address:
            yield address, clock, made


@pytest.fixture
def open_case(house, look) -> OpenCase:
    """Opens a page of the complaint in some state, signed in as its resident: `open_case("late", "pack")`."""
    address, clock, made = house

    def opened(state: str, page: str = "", **context: object) -> Page:
        reference, token, clock.at = made[state]
        url = f"{address}/c/{reference}{'/' if page else ''}{page}"
        return look(url, storage_state=keeping(Kind.RESIDENT.value, token), **context)

    return opened


@pytest.mark.parametrize(("page", "state"), ALL)
def test_anybody_can_use_it(open_case, page, state):
    opened = open_case(state, page, bypass_csp=True)

    checks.every(opened, checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow)


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("understanding", "acknowledged"),
        ("formats", "acknowledged"),
        ("promises/1", "finished"),
        ("offers/1", "money_offered"),
        ("messages", "in_touch"),
        ("talk", "acknowledged"),
        ("feedback", "asked_how_we_did"),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing(open_case, page, state):
    after_a_mistake(open_case(state, page, bypass_csp=True))


@pytest.mark.parametrize(("page", "state"), MIRRORED)
def test_from_right_to_left_it_is_the_same(open_case, page, state):
    opened = open_case(state, page, bypass_csp=True, locale=RIGHT_TO_LEFT)

    assert opened.locator("html").get_attribute("dir") == "rtl"
    assert any("א" <= letter <= "ת" for letter in opened.title())
    alike = [checks.axe, checks.tree, checks.targets, checks.language]
    checks.every(opened, *alike, shapes.reflow, shapes.large_text, shapes.text_spacing)


def test_from_right_to_left_the_keyboard_is_enough(open_case):
    checks.every(open_case("with_promises", locale=RIGHT_TO_LEFT), keyboard.tab_order, keyboard.skip_link)


@pytest.mark.parametrize(("page", "state"), [("", "with_promises"), ("understanding", "longest"), ("pack", "longest")])
def test_it_keeps_its_shape(open_case, page, state):
    opened = open_case(state, page, bypass_csp=True)

    checks.every(opened, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


@pytest.mark.parametrize(
    ("page", "state"), [("", "with_promises"), ("stage-2", "answered"), ("letters/3", "more_time_taken")]
)
def test_the_keyboard_is_enough(open_case, page, state):
    checks.every(open_case(state, page), keyboard.tab_order, keyboard.skip_link)


def test_agreeing_that_it_was_done_changes_its_row_says_so_and_keeps_the_place(open_case):
    opened = open_case("promise_asked_about")
    stands = opened.locator("#promise-1-stands")

    stands.get_by_role("button").click()

    expect(stands.get_by_role("button")).to_have_count(0)
    expect(opened.locator("#status")).to_have_text("Thank you. You told us that it was done.")
    expect(stands).to_be_focused()


def test_a_cold_visit_is_light(house, browser):
    address, clock, made = house
    reference, token, clock.at = made["with_promises"]
    signed_in = {"storage_state": keeping(Kind.RESIDENT.value, token)}

    within_budget(best_visit(browser, f"{address}/c/{reference}", f"{address}/c/{reference}/stage-2", **signed_in))
