"""Whole complaints, from the first word to the last, on both databases: what a landlord is measured by."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys.tales import Tale, enter, press

pytestmark = pytest.mark.browser


def test_stage_2_is_asked_for_while_stage_1_is_late(tale: Tale) -> None:
    tale.is_told("The lift has been out since the clocks went back.")
    tale.is_acknowledged("Dana")
    tale.on(date(2026, 12, 11))

    expect(tale.resident().locator("main")).to_contain_text("We are late. We said Monday 7 December.")
    page = tale.resident("/stage-2")
    page.get_by_role("button", name="Ask for Stage 2").click()
    expect(page.locator("main")).to_contain_text("You asked for Stage 2")

    page = tale.staff("Dana")
    page.get_by_role("link", name="Decide how Stage 2 begins").click()
    enter(page, "answer_by", date(2026, 12, 16))
    page.get_by_label("Why it is late").fill("The engineer’s report came late, and nobody told you.")
    press(page, "Set this day and write to the resident")
    tale.post_goes()
    tale.on(date(2026, 12, 14))
    expect(tale.resident().locator("main")).to_contain_text("Wednesday 16 December")

    tale.is_answered("Dana")
    tale.on(date(2026, 12, 15))
    expect(tale.resident().locator("main")).to_contain_text("we will write to say what we understood")
    expect(tale.staff("Tom").locator("main")).to_contain_text("Acknowledge")


def test_a_promise_that_was_not_kept_is_open_again_and_somebody_must_look_at_it(tale: Tale) -> None:
    tale.is_told("Water comes through the kitchen window.")
    tale.is_acknowledged("Dana")
    tale.is_answered("Dana", "Seal the kitchen window", due=date(2026, 12, 4))
    tale.on(date(2026, 12, 3))
    page = tale.staff("Dana", "/promises/1/proof")
    enter(page, "happened_on", date(2026, 12, 3))
    page.get_by_label("How do we know?").fill("Job 5120, signed by the fitter.")
    press(page, "It is done")

    page = tale.resident("/promises/1")
    expect(page.locator("main")).to_contain_text("Done")
    page.get_by_label("No, it was not done").check()
    page.get_by_label("What is not done, or not right?").fill("It rained last night and the sill was wet.")
    press(page, "Send")

    expect(page.locator("main")).to_contain_text("It is open again, and the people who must act are told.")
    desk = tale.staff("Dana")
    desk.get_by_role("link", name="Look into a promise that was not kept").click()
    expect(desk.locator("main")).to_contain_text("It rained last night and the sill was wet.")
    expect(tale.resident("/promises/1").locator("main")).to_contain_text(
        "Ask for Stage 2 because this promise was not kept"
    )


def test_what_was_refused_as_too_old_is_taken_on_when_the_ombudsman_says_so(tale: Tale) -> None:
    tale.is_told("My fence was taken down last summer and never came back.")
    page = tale.staff("Sam", "/refusals")
    page.get_by_label("It happened longer ago than our policy allows").check()
    enter(page, "happened_on", date(2025, 8, 4))
    enter(page, "aware_on", date(2025, 8, 4))
    page.get_by_label("All of the complaint").check()
    page.get_by_label("Why, in plain words").fill("The fence went more than a year before you told us.")
    page.get_by_label("What shows it").fill("The job sheet of 4 August 2025.")
    page.get_by_label("Could we accept it all the same?").fill("We asked what harm it does now. A wall stands there.")
    press(page, "Propose it to a second person")
    expect(page.locator("main")).to_contain_text("A second person decides")

    page = tale.staff("Dana", "/refusals/1")
    press(page, "Agree, and write to the resident")
    tale.post_goes()
    expect(tale.resident().locator("main")).to_contain_text("We did not accept this complaint.")

    tale.on(date(2026, 12, 7))
    page = tale.staff("Dana", "/refusals/1/overturn")
    page.get_by_label("The Ombudsman", exact=True).check()
    enter(page, "told_on", date(2026, 12, 7))
    enter(page, "instructed_by", date(2026, 12, 18))
    page.get_by_label("Why we now take it on").fill("You told us in time, by phone, and we did not write it down.")
    press(page, "Take it on, and write to the resident")
    tale.post_goes()

    expect(tale.resident().locator("main")).to_contain_text("By Monday 14 December we will write to say what we")
    desk = tale.staff("Dana").locator("main")
    expect(desk).to_contain_text("Do what the Ombudsman asked")
    expect(desk).to_contain_text("Acknowledge")


def test_somebody_without_email_has_every_word_on_paper_and_the_clock_waits_for_the_post(tale: Tale) -> None:
    tale.is_logged("Agnes Wood", "12 Ash Court, Wellmeadow", "Nobody reads the meter and the bill is a guess.")

    tale.is_acknowledged("Dana")
    tale.on(date(2026, 11, 24))
    page = tale.staff("Dana")
    expect(tale.resident().locator("main")).to_contain_text("By Monday 30 November we will write")
    expect(page.locator("main")).to_contain_text("Post a letter")
    page.get_by_role("link", name="What we understood").and_(page.locator("[href*=posting]")).click()
    enter(page, "sent_on", date(2026, 11, 24))
    press(page, "Mark as gone")

    expect(tale.resident().locator("main")).to_contain_text("You will hear by Monday 7 December.")
