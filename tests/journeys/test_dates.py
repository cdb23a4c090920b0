"""Complaints whose dates do not hold, from the first word on, on both databases: nothing that was missed is hidden."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.tales import Tale, enter, press

pytestmark = pytest.mark.browser


def test_an_extension_of_stage_2_that_is_told_too_late_does_not_rescue_the_date(tale: Tale) -> None:
    tale.is_told("The light on the stairs has been out since August.")
    tale.is_acknowledged("Dana")
    tale.is_answered("Dana")
    press(tale.resident("/stage-2"), "Ask for Stage 2")
    tale.is_acknowledged("Tom")
    expect(tale.resident().locator("main")).to_contain_text("Monday 21 December")

    tale.on(date(2026, 12, 21))
    page = tale.staff("Tom", "/more-time")
    enter(page, "new_date", date(2027, 1, 8))
    page.get_by_label("Why, in a word").select_option(index=1)
    page.get_by_label("Why, in words the resident will understand").fill("The electrician comes on 5 January.")
    press(page, "Write and send")
    expect(page.locator("main")).to_contain_text("The new date is on its way.")
    tale.on(date(2026, 12, 22))
    tale.post_goes()
    tale.night_falls()

    for seen in (tale.resident(), tale.staff("Tom")):
        seen.get_by_text("How we count our dates: Stage 2").or_(
            seen.get_by_text("How these dates are counted: Stage 2")
        ).click()
        expect(seen.locator("main")).to_contain_text("told too late, Tue 22 Dec, of a new date; still due Mon 21 Dec")


def test_damp_is_looked_at_made_safe_too_late_and_told_of(tale: Tale) -> None:
    tale.is_told("There is black mould over the cot.")
    page = tale.staff("Dana", "/hazards/new")
    page.locator("[name=kinds][value=damp_or_mould]").check()
    press(page, "Start its clock")
    expect(page.locator("main")).to_contain_text("Its clock runs.")
    done(tale, "assessment", "Keep this", severity="significant", tenure="tenancy", words="A baby sleeps there.")
    expect(tale.resident().locator("main")).to_contain_text("By Monday 7 December 2026 we come and look at it.")
    tale.is_acknowledged("Dana")

    tale.on(date(2026, 11, 25))
    done(
        tale, "investigation", "Keep it", {"happened_on": date(2026, 11, 25)}, found="yes", works="yes", words="A leak."
    )
    given = {"safe_by": date(2026, 12, 1), "works_by": date(2026, 12, 18)}
    done(tale, "summary", "Write and send", given, found="Water comes in.", safe="We dry it.", works="A new sill.")
    tale.post_goes()
    moved = {"new_date": date(2026, 12, 2)}
    done(tale, "date", "Move it, and send the letter", moved, step="safe", words="The dryer comes a day later.")
    expect(letter(tale, "A new date for your home")).to_contain_text(
        "It will now be safe by Wednesday 2 December 2026."
    )

    tale.on(date(2026, 12, 3))
    tale.night_falls()
    told = {"words": "The dryer broke.", "happens": "Another one comes on Friday."}
    done(tale, "lateness", "Keep it", **told)
    late = letter(tale, "We are late with the danger in your home")
    for words in ("We should have made it safe by Wednesday 2 December 2026.", *told.values(), "take us to court"):
        expect(late).to_contain_text(words)

    tale.on(date(2026, 12, 4))
    done(tale, "safety", "Mark it as safe", {"happened_on": date(2026, 12, 4)}, proof="Measured dry by the surveyor.")
    desk = tale.staff("Dana").locator("main")
    expect(desk).to_contain_text("Begin the works")
    expect(desk).not_to_contain_text("Make it safe")


def done(tale: Tale, deed: str, button: str, days: dict[str, date] | None = None, **answers: str) -> None:
    """Do one thing about the danger, on the page that it has."""
    page = tale.staff("Dana", f"/hazards/1/{deed}")
    for name, answer in answers.items():
        choice = page.locator(f"[name={name}][value={answer}]") if answer.islower() and " " not in answer else None
        if choice is not None and choice.count():
            choice.check()
        else:
            page.locator(f"[name={name}]").fill(answer)
    for name, day in (days or {}).items():
        enter(page, name, day)
    press(page, button)
    expect(page).not_to_have_url(re.compile(f"/{deed}$"))


def letter(tale: Tale, called: str) -> Locator:
    """What the resident reads when they open a letter."""
    page = tale.resident()
    page.get_by_role("link", name=called).first.click()
    return page.locator("article.letter")
