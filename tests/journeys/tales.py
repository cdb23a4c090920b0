"""A complaint told from end to end, in a browser, by everybody who has a part in it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any

from playwright.sync_api import Page, expect

from app.post.worker import Worker
from tests.browsers import Look
from tests.houses import House
from tests.journeys import roads

MONDAY = date(2026, 11, 23)


class Tale:
    """One complaint at a landlord, and the day it is."""

    def __init__(self, house: House, look: Look) -> None:
        self.house = house
        self.reference = ""
        self._look = look
        self._tabs: dict[str, Page] = {}
        self.on(MONDAY)

    def on(self, day: date) -> None:
        """It is noon of this day."""
        self.house.clock.at = datetime.combine(day, time(12), UTC)

    def post_goes(self) -> None:
        """Whatever waits to be sent by e-mail goes."""
        worker = Worker(self.house.app)
        with self.house.app.app_context():
            while worker.step():
                pass

    def night_falls(self) -> None:
        """The nightly round looks for dates that were missed."""
        looked = self.house.app.test_cli_runner().invoke(args=["deadlines", "run"])
        assert looked.exit_code == 0, looked.output

    def resident(self, page: str = "", party: int = 1) -> Page:
        """What whoever complained, or speaks for them, sees on their phone."""
        signed_in = self.house.resident(self.reference, party)
        return self._opened(f"{self.reference} {party}", f"/c/{self.reference}{page}", 360, signed_in)

    def staff(self, name: str, page: str = "") -> Page:
        """What a member of staff sees of the complaint at their desk."""
        return self._opened(name, f"/staff/complaints/{self.reference}{page}", 1280, self.house.colleague(name))

    def _opened(self, who: str, path: str, width: int, signed_in: dict[str, Any]) -> Page:
        """The page in this person's tab: each has one, in which they sign in anew."""
        address, tab = f"{self.house.address}{path}", self._tabs.get(who)
        if tab is None:
            self._tabs[who] = self._look(address, width=width, storage_state=signed_in)
            return self._tabs[who]
        tab.context.add_cookies(signed_in["cookies"])
        return self._look.at(tab, address)

    def is_told(self, words: str) -> None:
        """Somebody tells us on one page, and gives an e-mail address."""
        page = self._look(f"{self.house.address}/c/quick")
        page.get_by_label("What went wrong?").fill(words)
        page.get_by_label("No", exact=True).check()
        page.get_by_label("Your full name").fill("Noor Haddad")
        page.get_by_label("Your home").fill("9 Ash Court, Wellmeadow")
        page.get_by_label("Yes", exact=True).check()
        page.get_by_label("Email address").fill("noor@example.org")
        page.get_by_role("button", name="Send", exact=True).click()
        expect(page.get_by_role("heading", name="We have got it")).to_be_visible()
        self.reference = page.locator(".code").first.inner_text()

    def is_logged(self, name: str, home: str, words: str) -> None:
        """Staff log it for somebody who has only their letter box."""
        page = self.staff("Dana", "/../new")
        page.get_by_label("Phone", exact=True).check()
        enter(page, "received_on", MONDAY)
        page.locator("input[name=danger][value=no]").check()
        page.get_by_label("The person who told us", exact=True).check()
        page.get_by_label("What went wrong?").fill(words)
        page.get_by_label("I am not sure yet").check()
        page.get_by_label("Full name of the resident").fill(name)
        page.get_by_label("Or type the address").fill(home)
        page.locator("input[name=safe][value=yes]").check()
        page.get_by_label("Letter", exact=True).and_(page.locator("[name=ways]")).check()
        page.get_by_label("Address for letters").fill(home)
        page.get_by_label("Which way first?").select_option("letter")
        press(page, "Log the complaint")
        expect(page).not_to_have_title(re.compile("^Error|^Log a complaint"))
        self.reference = page.url.partition("/complaints/")[2][:9]

    def is_acknowledged(self, name: str) -> None:
        roads.acknowledge(roads.Mouse(self.staff(name)), self.house, self.reference)
        self.post_goes()

    def is_answered(self, name: str, promise: str = "", due: date | None = None) -> None:
        """Every point is answered, with a promise or with nothing left to do."""
        page = self.staff(name, "/response")
        if due is not None:
            page.locator("#promises-0-words").fill(promise)
            page.locator("#promises-0-owner").select_option(index=1)
            enter(page, "promises-0-due_on", due)
        roads.write_answer(roads.Mouse(page), nothing_outstanding=due is None)
        self.post_goes()


def enter(page: Page, field: str, day: date) -> None:
    """Type a day into its three boxes."""
    for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
        page.locator(f"#{field}-{part}").fill(str(number))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
