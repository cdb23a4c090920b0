"""The staff's lists, and the page to log a complaint on, as a real browser shows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.domain.case.vocabulary import Danger
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.landlord.permissions import Role
from app.domain.people.adjustments import Need
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.domain.people.sessions import Kind
from app.services.landlord import landlord, staff
from app.services.people import sessions
from tests import states
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
    service_areas=(Choice("repairs", "Repairs and maintenance"), Choice("lettings", "Lettings")),
)
NEEDS = (Need.BSL, Need.LARGE_PRINT)
AT_RISK = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
CAREFUL = Preferences(
    Safe.SOME_WAYS, (Way.LETTER, Way.PHONE), Way.PHONE, cautions=(Caution.NO_VOICEMAIL,), language="pl"
)
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen Þórsdóttir"
PEOPLE = (
    (a_person(), {}),
    (
        a_person(
            name="Jan Kowalski",
            ways={Way.LETTER: "9 Oak Road\nSalford", Way.PHONE: "+441614960123"},
            preferences=CAREFUL,
        ),
        {},
    ),
    (
        a_person(name=LONG_NAME, ways={}, preferences=AT_RISK, needs=NEEDS),
        {"danger": Danger.NOW},
    ),
    (a_person(name="عائشة يوسف", ways={}, preferences=None), {"danger": Danger.SOON}),
    (a_person(name="", address="", postcode=""), {}),
)
NOW = datetime.combine(date(2026, 12, 22), time(14), UTC)
PAGES = (
    "work",
    "work?view=team",
    "work?view=unassigned&duty=acknowledge&stage=1",
    "work?view=late&area=nowhere",
    "search",
    "search?q=amina",
    "search?q=boiler&said=y&stage=1",
    "search?received-day=31&received-month=2&received-year=2026",
    "filters/new?place=work&view=late&stage=2",
    "assignments/new",
    "search?q=nobody+like+this",
    "complaints/new",
    "letters",
    "letters?kind=tell_by_text",
    "promises",
    "promises?view=done",
    "refusals",
    "refusals?view=overturned",
    "groups",
    "figures",
    "figures?basis=event&period=last_year",
    "figures/complaints?stage=1&measure=received",
    "figures/packs/weekly",
    "intake",
    "intake?view=said_no",
)


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[tuple[str, str, list[str]]]:
    """A served site with some sixty complaints: its address, a handler's token, and the references."""
    clock = Clock()
    with empty_site(run, clock) as app:
        database, deed = app.extensions["database"], Deed(CLOCK, NOW)
        with database.writing() as session:
            landlord.put(session, LANDLORD, deed)
            for name in ("Grace Hall", "Tom Reid"):
                staff.add(session, name, f"{name[:3]}@example.org", frozenset({Role.HANDLER}), deed)
            token = sessions.open_for_staff(session, 2, "a test", deed)
            references = [
                a_complaint(session, person, key=f"press-{turn}-{n}", **arrival).reference
                for turn in range(11)
                for n, (person, arrival) in enumerate(PEOPLE)
            ]
            states.answered(session, *states.PROMISES)
            states.refusal_proposed(session)
            states.refused_and_overturned(session)
        clock.at = NOW
        with served(app) as address:
            yield address, token, references


@pytest.fixture
def open_page(house, look):
    """Opens a page of the staff's, signed in as a handler."""
    address, token, _ = house

    def opened(path: str, **context: object):
        return look(f"{address}/staff/{path}", storage_state=keeping(Kind.STAFF.value, token), **context)

    return opened


@pytest.fixture
def posting(house):
    return f"complaints/{house[2][1]}/letters/1/posting"


@pytest.mark.parametrize("path", PAGES)
def test_anybody_can_use_it(open_page, path):
    at_both_widths(open_page(path, bypass_csp=True), markup=False)


@pytest.mark.parametrize("path", ["work?view=team", "search?q=amina", "complaints/new", "promises"])
def test_large_letters_wide_spacing_and_other_colours_break_nothing(open_page, path):
    opened = open_page(path, bypass_csp=True)

    checks.every(opened, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


@pytest.mark.parametrize("path", ["work?view=team", "search?q=amina", "complaints/new"])
def test_every_control_is_reached_by_tab_in_order(open_page, path):
    opened = open_page(path)

    checks.every(opened, keyboard.tab_order, keyboard.skip_link)


def test_a_letter_can_be_used_at_both_widths(open_page, posting):
    at_both_widths(open_page(posting, bypass_csp=True), markup=False)


def test_the_first_thing_to_do_is_two_keys_from_the_top(open_page):
    opened = open_page("work?view=team")
    for key in ("Tab", "Enter", "Tab", "Enter", "Tab"):
        opened.keyboard.press(key)

    assert opened.evaluate("document.activeElement.closest('tr')?.id") == "first"


def test_a_complaint_is_taken_on_in_its_line_with_keys_alone(open_page):
    opened = open_page("work?view=unassigned")
    button = opened.locator(".holder__take").first
    name = button.get_attribute("id")
    button.focus()

    said = keyboard.says_once(opened, lambda page: page.keyboard.press("Enter"))

    assert said.endswith("is now yours")
    assert opened.evaluate("document.activeElement.id") == name
    assert opened.evaluate("document.activeElement.textContent").startswith("Give it to somebody")


def test_it_is_given_away_in_its_line_and_the_focus_is_never_lost(open_page):
    opened = open_page("work?view=unassigned")
    holder = opened.locator(".holder:has(a)").first
    link, cell = holder.locator("a"), holder.get_attribute("id")
    link.focus()

    where = keyboard.keeps_focus(opened, lambda page: page.keyboard.press("Enter"))
    opened.locator(f"#{cell} select").select_option(label="Grace Hall")
    said = keyboard.says_once(opened, lambda page: page.locator(f"#{cell} button").press("Enter"))

    assert where
    assert said.startswith("Grace Hall now has")
    assert opened.evaluate("document.activeElement !== document.body")
    expect(opened.locator(f"#{cell}")).to_contain_text("Grace Hall")


def test_without_script_the_same_buttons_do_the_same(open_page):
    opened = open_page("work?view=unassigned", java_script_enabled=False)
    opened.locator(".holder__take").first.click()

    expect(opened.get_by_text("is now yours").first).to_be_visible()


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_two_that_were_ticked_are_given_away_at_once(open_page, java_script_enabled):
    opened = open_page("work?view=unassigned&duty=acknowledge", java_script_enabled=java_script_enabled)
    boxes = opened.locator("input[name=chosen]")
    for box in (boxes.first, boxes.last):
        box.focus()
        opened.keyboard.press("Space")
    opened.get_by_role("button", name="Give those I ticked").press("Enter")
    expect(opened.get_by_role("heading", name="Give 2 complaints to somebody")).to_be_visible()
    opened.get_by_label("Give them to").select_option(label="Grace Hall")
    opened.get_by_role("button", name="Give 2 complaints away").press("Enter")

    expect(opened.get_by_role("heading", name="Now with Grace Hall")).to_be_visible()
    expect(opened.locator("#went li")).to_have_count(2)


def test_a_list_is_kept_and_let_go(open_page):
    opened = open_page("work?view=team&stage=1", bypass_csp=True)
    opened.get_by_role("link", name="Keep this list under a name").click()
    opened.get_by_label("What do you call this list?").fill("Our Stage 1")
    opened.get_by_role("button", name="Keep it").click()
    expect(opened.get_by_role("link", name="Our Stage 1", exact=True)).to_be_visible()
    checks.every(opened, checks.axe, checks.tree)
    opened.get_by_role("link", name="Change Our Stage 1").click()
    checks.every(opened, checks.axe, checks.tree)
    opened.get_by_role("button", name="Let it go").click()

    expect(opened.get_by_role("link", name="Our Stage 1", exact=True)).to_have_count(0)


def test_what_is_missing_when_logging_is_said_and_led_to(open_page):
    opened = open_page("complaints/new", bypass_csp=True)
    keyboard.keeps_focus(opened, lambda page: page.get_by_role("button", name="Log the complaint").press("Enter"))

    checks.every(opened, checks.errors, checks.axe, checks.tree)


def test_looking_for_the_home_keeps_the_words_and_the_focus(open_page):
    opened = open_page("complaints/new")
    opened.get_by_label("What went wrong?").fill("The boiler has been broken since Monday.")
    opened.get_by_label("Full name of the resident").fill("Amina Yusuf")
    opened.locator("#find").focus()

    said = keyboard.says_once(opened, lambda page: page.keyboard.press("Enter"))

    assert "Complaints that may be the same: 10" in said
    assert opened.evaluate("document.activeElement.id") == "find"
    assert opened.get_by_label("What went wrong?").input_value().startswith("The boiler")


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_complaint_is_logged_and_its_code_read_out(open_page, java_script_enabled):
    opened = open_page("complaints/new", java_script_enabled=java_script_enabled)
    opened.get_by_label("In person").check()
    for part, text in {"day": "21", "month": "12", "year": "2026"}.items():
        opened.locator(f"#received_on-{part}").fill(text)
    for choice in ("danger-3", "whose", "safe-3"):
        opened.locator(f"#{choice}").check()
    words = "The lights on the stairs are out again." if java_script_enabled else "My rent was counted twice in May."
    opened.locator("#words").fill(words)
    opened.locator("#name").fill(f"Zofia Script {java_script_enabled}")
    opened.locator("#address").fill(f"{7 + java_script_enabled} Ash Lane")
    opened.get_by_role("button", name="Log the complaint").click()
    opened.wait_for_url("**/return-code")

    assert "The complaint is logged" in opened.title()
    assert opened.locator(".code").count() == 2
