"""Whole complaints whose people change, in a browser and on both databases (rulings 1, 4, 6 and 7)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.tales import MONDAY, Tale, enter, press

pytestmark = pytest.mark.browser
TUESDAY = date(2026, 11, 24)
NOT_FOUND = "We cannot find that page"


def led_to(page: Page, name: str) -> None:
    """Open what may be done about one person of the case."""
    page.get_by_role("link", name=re.compile(f"^{name}")).first.click()


def test_who_speaks_without_authority_is_told_nothing_and_a_no_shuts_them_out(tale: Tale) -> None:
    tale.is_told("The gutter drips on my door.")
    page = tale.staff("Sam", "/representatives")
    page.get_by_label("Their full name").fill("Kim Haddad")
    page.get_by_label("Family or friend").check()
    page.locator("input[name=safe][value=yes]").check()
    page.get_by_label("Email", exact=True).check()
    page.get_by_label("Email address").fill("kim@example.org")
    press(page, "Add them")
    expect(page.locator("main")).to_contain_text("Ask if somebody may speak for them")
    expect(tale.resident(party=2).locator("main")).not_to_contain_text("The gutter drips")

    page = tale.resident("/people/2")
    press(page, "No, they may not")

    expect(tale.resident(party=2).get_by_role("heading", level=1)).to_contain_text(NOT_FOUND)
    expect(tale.staff("Sam").locator("main")).to_contain_text("Does not speak for the resident")


def test_a_death_is_so_in_every_case_and_a_mistake_is_undone_in_each(tale: Tale) -> None:
    tale.is_told("The stairs are dark.")
    first = tale.reference
    tale.is_told("The bins are full.")
    second = tale.reference
    page = tale.staff("Sam")
    led_to(page, "They have died")
    page.get_by_label("Who told us, and how?").fill("Her son, by phone.")
    enter(page, "told_on", MONDAY)
    page.get_by_label("Who decides how it goes on?").select_option(label="Dana Okafor")
    expect(page.get_by_label(first)).to_be_checked()
    press(page, "Write it down, and stop everything that goes to them")
    expect(page.locator("main")).to_contain_text("Has died: nothing goes to them")
    for each in (first, second):
        tale.reference = each
        expect(tale.resident().get_by_role("heading", level=1)).to_contain_text(NOT_FOUND)

    page = tale.staff("Sam")
    led_to(page, "They have not died")
    page.get_by_label("How do we know that it was a mistake?").fill("She came to the office.")
    press(page, "Ask a second person")
    page = tale.staff("Dana")
    page.get_by_role("link", name="Look at what may be a mistake").click()
    expect(page.locator("main")).to_contain_text(first)
    press(page, "They are alive: put it right")

    for each in (first, second):
        tale.reference = each
        expect(tale.resident().get_by_role("heading", level=1)).not_to_contain_text(NOT_FOUND)


def test_nothing_goes_to_the_old_home_of_somebody_who_fled(tale: Tale) -> None:
    tale.is_logged("Ines Costa", "31 Ash Court, Wellmeadow", "The lock on my door is broken.")
    tale.is_acknowledged("Dana")
    expect(tale.staff("Dana").locator("main")).to_contain_text("Post a letter")
    tale.on(TUESDAY)
    page = tale.staff("Dana")
    led_to(page, "They have moved")
    enter(page, "moved_on", MONDAY)
    page.locator("input[name=safe][value=no]").check()
    page.get_by_label("Where may letters go now?").fill("Box 7, Northgate")
    press(page, "They have moved")

    desk = tale.staff("Dana").locator("main")
    expect(desk).to_contain_text("Find a safe way to reach them")
    expect(desk).not_to_contain_text("Post a letter")
    expect(desk).to_contain_text("Check a new way to reach them")
    page = tale.staff("Dana")
    page.get_by_role("link", name="Check a new way to reach them").click()
    page.get_by_role("textbox").first.fill("She rang from the refuge, and knew the code word.")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(tale.staff("Dana").locator("main")).to_contain_text("Box 7, Northgate")


def test_a_complaint_about_data_runs_beside_the_complaint_with_its_own_days(tale: Tale) -> None:
    tale.is_told("You told my neighbour what I owe.")
    tale.is_acknowledged("Dana")
    first = tale.reference
    page = tale.staff("Dana", "/data-protection")
    page.get_by_label("What went wrong with their personal data?").fill("A letter about my rent went next door.")
    press(page, "Open it")
    expect(page.locator("main")).to_contain_text("It is logged")

    page = tale.staff("Dana")
    page.get_by_role("link", name=re.compile("^[0-9A-Z]{4}-[0-9A-Z]{4}$")).last.click()
    expect(page.locator("main")).to_contain_text("Answer a complaint about personal data")
    expect(page.locator("main")).to_contain_text(first)
    tale.reference = page.url.rpartition("/")[2]
    expect(tale.resident().locator("main")).to_contain_text("0303 123 1113")
    tale.reference = first
    expect(tale.staff("Dana").locator("main")).to_contain_text("The Code’s limit")


def test_a_safeguarding_concern_is_seen_by_those_named_for_it_alone(tale: Tale) -> None:
    tale.is_told("My window does not shut.")
    page = tale.staff("Sam", "/safeguarding")
    page.get_by_label("What did you see or hear?").fill("A child sleeps in the hall, and was afraid.")
    press(page, "Keep")

    concern = "Tell who must know of a safeguarding concern"
    expect(tale.staff("Sam").locator("main")).not_to_contain_text(concern)
    expect(tale.resident().locator("main")).not_to_contain_text("afraid")
    page = tale.staff("Dana")
    page.get_by_role("link", name=concern).click()
    expect(page.locator("main")).to_contain_text("A child sleeps in the hall")
