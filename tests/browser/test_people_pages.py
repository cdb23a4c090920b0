"""Coming back, details and safety, and the pages that anybody may read, as a real browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Landlord
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.people.sessions import Kind
from app.services.landlord import landlord
from app.services.people import sessions
from tests.browser import checks, keyboard, shapes
from tests.browser.conftest import served
from tests.browser.visits import at_both_widths
from tests.cases import a_complaint, a_person
from tests.clocks import Clock
from tests.houses import empty_site, keeping

LANDLORD = Landlord(
    name="Elm Grove Homes",
    phone="0161 496 0000",
    emergency_phone="0161 496 0001",
    email="help@elmgrove.example",
    post=("1 Elm Road", "Salford", "M5 4AB"),
    interpreter_languages=("pl", "ur"),
)
OPEN = (
    *("c/back", "c/back/link/a-token", "how-complaints-work", "staying-safe", "accessibility", "privacy"),
    *("cookies", "contact", "ombudsman"),
)
MINE = ("details", "devices", "return-code", "reaching-you", "contact/email", "contact/letter", "contact/7/code")
REACH = Preferences(Safe.SOME_WAYS, (Way.EMAIL, Way.PHONE, Way.LETTER, Way.HERE), Way.EMAIL)
WAYS = {Way.EMAIL: "amina@example.org", Way.PHONE: "+447700900123", Way.LETTER: "4 Elm Court, Salford M5 4AB"}
DEVICE = "Mozilla/5.0 (Linux; Android 14; SM-A146B) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36"


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[tuple[str, str, str]]:
    """A served site: its address, the path of a complaint, and the token of who has it open on two devices."""
    clock = Clock()
    with empty_site(run, clock) as app:
        database, deed = app.extensions["database"], Deed(CLOCK, clock.at)
        with database.writing() as session:
            landlord.put(session, LANDLORD, deed)
            made = a_complaint(session, a_person(ways=WAYS, preferences=REACH))
            sessions.open_for_party(session, made.case_id, 1, "", deed)
            token = sessions.open_for_party(session, made.case_id, 1, DEVICE, deed)
        with served(app) as address:
            yield address, f"c/{made.reference}", token


@pytest.fixture
def open_page(house, look):
    """Opens a page, signed in: one of the complaint's own, or one that anybody may read."""
    address, case, token = house

    def opened(path: str, **context: object):
        whole = f"{case}/{path}" if path in MINE else path
        return look(f"{address}/{whole}", storage_state=keeping(Kind.RESIDENT.value, token), **context)

    return opened


@pytest.mark.parametrize("path", [*OPEN, *MINE])
def test_anybody_can_use_it(open_page, path):
    at_both_widths(open_page(path, bypass_csp=True), markup=False)


@pytest.mark.parametrize("path", ["c/back", "return-code", "contact/email", "contact/7/code"])
def test_what_is_missing_is_said(open_page, path):
    opened = open_page(path, bypass_csp=True)
    opened.locator("main form").first.locator("button[type=submit]").last.click()

    expect(opened).to_have_title(re.compile("^Error: "))
    checks.every(opened, checks.axe, checks.tree)


@pytest.mark.parametrize("path", ["c/back", "details", "reaching-you", "how-complaints-work"])
def test_it_keeps_its_shape(open_page, path):
    opened = open_page(path, bypass_csp=True)

    checks.every(opened, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


@pytest.mark.parametrize("path", ["c/back", "details", "reaching-you", "contact/email"])
def test_the_keyboard_is_enough(open_page, path):
    checks.every(open_page(path), keyboard.tab_order, keyboard.skip_link)


def test_a_code_can_be_asked_for_and_typed_without_script(open_page):
    opened = open_page("c/back", java_script_enabled=False)
    opened.get_by_label("Email me a code").check()
    opened.get_by_label("Your reference").fill("7Q4K-2M9P")
    opened.get_by_role("button", name="Continue").click()

    expect(opened).to_have_title(re.compile("^Enter your code"))
    assert opened.get_by_label("Enter your code").get_attribute("autocomplete") == "one-time-code"
