"""Two of twelve neighbours, on both databases: one thing, two complaints, and neither sees the other (ruling 20)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import Look
from tests.houses import House
from tests.journeys import roads
from tests.journeys.tales import MONDAY, Tale, enter, press

pytestmark = pytest.mark.browser

LIFT = "Lift at Ash Court"
COMMON = "The lift waits for a part from Denmark. It comes on 14 December."
TO_NOOR, TO_AGNES = "You carried your son up five floors.", "You missed the doctor on 9 November."


def tells_us(tale: Tale, look: Look) -> None:
    """Noor speaks for twelve, and says what they call themselves."""
    page = look(f"{tale.house.address}/")
    hands = roads.Mouse(page)
    page.get_by_role("button", name="Start with one question").click()
    roads.choose(hands, "No")
    page.get_by_label("A group of people, and I am one of them").check()
    page.get_by_label("How many people are you, about?").fill("12")
    roads.write(hands, "What do you call your group? (optional)", LIFT)
    roads.write(hands, "What went wrong?", "There is no lift for my son and his chair.")
    roads.choose(hands, "Finish the work")
    roads.write(hands, "What is your full name?", "Noor Haddad")
    page.get_by_label("Postcode").fill("ZZ9 9ZZ")
    roads.write(hands, "Or type the address", "9 Ash Court, Wellmeadow")
    roads.choose(hands, "No, I will come back here")
    press(page, "Continue")
    expect(page.locator("main")).to_contain_text(LIFT)
    page.get_by_role("button", name=re.compile("^Send")).click()
    expect(page.get_by_role("heading", name="We have got it")).to_be_visible()
    tale.reference = page.locator(".code").first.inner_text()


def is_put_in_a_group(tale: Tale) -> None:
    page = tale.staff("Dana")
    expect(page.locator("main")).to_contain_text(f"They say that they are one of a group, called: {LIFT}")
    page = tale.staff("Dana", "/group")
    page.get_by_label("People who complain together").check()
    page.get_by_label("What do we call it?").fill(LIFT)
    page.locator("#lead").select_option(index=1)
    press(page, "Begin it")
    expect(page.get_by_role("link", name=re.compile(LIFT))).to_be_visible()


def rings_us(tale: Tale) -> None:
    """Agnes has no e-mail; staff write down that she is of the same group."""
    page = tale.staff("Dana", "/../new")
    page.get_by_label("Phone", exact=True).check()
    enter(page, "received_on", MONDAY)
    page.locator("input[name=danger][value=no]").check()
    page.get_by_label("A group, of whom they are one").check()
    page.get_by_label("How many people, about?").fill("12")
    page.locator("#group").select_option(index=1)
    page.get_by_label("What went wrong?").fill("The lift is out and I missed the doctor.")
    page.get_by_label("I am not sure yet").check()
    page.get_by_label("Full name of the resident").fill("Agnes Wood")
    page.get_by_label("Or type the address").fill("12 Ash Court, Wellmeadow")
    page.locator("input[name=safe][value=no]").check()
    press(page, "Log the complaint")
    expect(page).not_to_have_title(re.compile("^Error|^Log a complaint"))
    tale.reference = page.url.partition("/complaints/")[2][:9]


def open_group(tale: Tale) -> Page:
    page = tale.staff("Dana")
    page.locator("#group a").click()
    return page


def is_answered(tale: Tale, alone: str) -> None:
    page = tale.staff("Dana", "/response")
    expect(page.locator("main")).to_contain_text(COMMON)
    page.locator("#personal").fill(alone)
    roads.write_answer(roads.Mouse(page))


def reads_their_own(tale: Tale, alone: str, of_the_other: tuple[str, ...]) -> None:
    """Their answer says what all are told and what is theirs, and no page of theirs anything of the other."""
    page = tale.resident()
    expect(page.locator("#group")).to_have_text("You are one of a group")
    page.get_by_role("link", name="Read our answer").click()
    expect(page.locator("article")).to_contain_text(COMMON)
    expect(page.locator("article")).to_contain_text(alone)
    for path in ("", "/messages", "/letters/3", "/pack"):
        shown = tale.resident(path).locator("body")
        for theirs in of_the_other:
            expect(shown).not_to_contain_text(theirs)


def test_one_of_a_group_goes_on_to_stage_2_alone_and_nobody_in_it_sees_another(landlord: House, look: Look) -> None:
    noor, agnes = Tale(landlord, look), Tale(landlord, look)
    tells_us(noor, look)
    is_put_in_a_group(noor)
    rings_us(agnes)
    noor.is_acknowledged("Dana")
    agnes.is_acknowledged("Dana")

    page = open_group(noor)
    expect(page.locator("main")).to_contain_text(agnes.reference)
    expect(page.locator("dl")).to_contain_text("12")
    page.get_by_label("What we say to everybody").fill(f"As Noor Haddad says: {COMMON}")
    press(page, "Save what they have in common")
    expect(page.locator("main")).to_contain_text("Take out the name or the reference of a complaint")
    page.get_by_label("What we say to everybody").fill(COMMON)
    press(page, "Save what they have in common")
    expect(page.locator("main")).to_contain_text("Version 1")

    noor.on(date(2026, 12, 1))
    page = noor.staff("Dana", "/response")
    expect(page.locator("#progress")).to_contain_text("What we say to this person alone: Say what it means")
    is_answered(noor, TO_NOOR)
    is_answered(agnes, TO_AGNES)
    noor.post_goes()
    reads_their_own(noor, TO_NOOR, (agnes.reference, TO_AGNES, "Agnes"))
    reads_their_own(agnes, TO_AGNES, (noor.reference, TO_NOOR, "Noor"))

    noor.on(date(2026, 12, 3))
    noor.resident("/stage-2").get_by_role("button", name="Ask for Stage 2").click()
    expect(noor.resident().locator("main")).to_contain_text("Stage 2")
    expect(noor.staff("Tom").locator("main")).to_contain_text("Acknowledge")
    expect(agnes.resident().locator("main")).not_to_contain_text("You asked for Stage 2")
    page = open_group(agnes)
    expect(page.get_by_role("row").filter(has_text=noor.reference)).to_contain_text("Stage 2")
    expect(page.get_by_role("row").filter(has_text=agnes.reference)).to_contain_text("Stage 1")
