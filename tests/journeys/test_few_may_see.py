"""Whole complaints of which not everybody sees everything, on both databases: a contractor's, and one about staff."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import Look
from tests.houses import House
from tests.journeys import roads
from tests.journeys.tales import Tale, enter, press
from tests.sent_files import photo

pytestmark = pytest.mark.browser


def test_a_contractor_keeps_a_promise_sees_that_case_alone_and_hears_that_it_is_not_done(
    tale: Tale, landlord: House, look: Look
) -> None:
    tale.is_told("The bathroom has had no heating since October.")
    tale.is_acknowledged("Dana")
    tale.is_answered("Dana", "Fit a new bathroom radiator", due=date(2026, 12, 4))
    page = tale.staff("Dana", "/promises/1/owner")
    page.get_by_label("Who sees to it").select_option(label="Kim Hearth, of Hearth & Sons Heating")
    press(page, "Give it to them")

    page = look(f"{landlord.address}/staff/sign-in", width=1280)
    roads.sign_in_here(roads.Mouse(page), landlord, "Kim")
    expect(page.get_by_role("heading", name="Your jobs")).to_be_visible()
    page.get_by_role("link", name=tale.reference).click()
    expect(page.locator("main")).to_contain_text("Fit a new bathroom radiator")
    expect(page.locator("main")).to_contain_text("9 Ash Court, Wellmeadow")
    expect(page.locator("main")).not_to_contain_text("no heating since October")
    page.get_by_role("link", name="It is done").click()
    enter(page, "happened_on", date(2026, 11, 23))
    page.get_by_label("What did you do?").fill("Fitted and bled, job 88.")
    page.get_by_label("A photo or a paper that shows it").set_input_files(
        {"name": "radiator.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    press(page, "Send it")
    expect(page.locator("main")).to_contain_text("The landlord sees it now.")
    is_not_there(tale, landlord, look, "Kim", f"/staff/jobs/{tale.reference}")
    is_not_there(tale, landlord, look, "Kim", f"/staff/complaints/{tale.reference}")

    page = tale.resident("/promises/1")
    page.get_by_label("No, it was not done").check()
    page.get_by_label("What is not done, or not right?").fill("It is cold at the top.")
    press(page, "Send")
    expect(page.locator("main")).to_contain_text("It is open again")
    page = look(f"{landlord.address}/staff/jobs/{tale.reference}", storage_state=landlord.colleague("Kim"))
    expect(page.locator("main")).to_contain_text("It is cold at the top.")


def test_a_complaint_about_one_of_the_staff_is_not_there_for_them_and_is_looked_at_by_others(
    tale: Tale, landlord: House, look: Look
) -> None:
    tale.is_told("Priya Nair laughed at me when I rang about my rent.")
    page = tale.staff("Dana", "/concerned")
    choose(page, "staff", "Priya Nair")
    for name in ("Dana Okafor", "Sam Reilly", "Tom Adeyemi", "Miriam Osei"):
        choose(page, "viewers", name)
    press(page, "Keep")
    expect(page.locator("main")).to_contain_text("Only those on the list can see it now.")
    for page_of_it in ("", "/response", "/letters/1/posting"):
        is_not_there(tale, landlord, look, "Priya", f"/staff/complaints/{tale.reference}{page_of_it}")

    tale.is_acknowledged("Sam")
    tale.is_answered("Sam")
    expect(tale.resident().locator("main")).to_contain_text("Read our answer")
    page = tale.resident("/stage-2")
    press(page, "Ask for Stage 2")
    tale.is_acknowledged("Tom")

    is_not_there(tale, landlord, look, "Sam", f"/staff/complaints/{tale.reference}/response")
    expect(tale.staff("Tom", "/response").locator("#decision")).to_be_visible()
    is_not_there(tale, landlord, look, "Priya", f"/staff/complaints/{tale.reference}")
    work = look(f"{landlord.address}/staff/work?view=team", width=1280, storage_state=landlord.colleague("Priya"))
    expect(work.locator("main")).not_to_contain_text(tale.reference)


def choose(page: Page, field: str, name: str) -> None:
    """Tick somebody in one of the two lists."""
    box = page.locator(f"input[name={field}]").and_(page.get_by_label(name, exact=True))
    box.check()


def is_not_there(tale: Tale, landlord: House, look: Look, name: str, address: str) -> None:
    """For this person the page does not exist."""
    page = look("about:blank", width=1280, storage_state=landlord.colleague(name))
    answered = page.goto(f"{landlord.address}{address}")
    assert answered is not None
    assert answered.status == 404, address
