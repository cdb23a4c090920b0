"""The journeys that must always be possible, told in what a person does: open, fill in, choose, press.

`Hands` says how; a keyboard and a browser without script are two kinds of hands on the same roads.
"""

from __future__ import annotations

import re
from typing import Protocol

from playwright.sync_api import Locator, Page

from tests.houses import House

PIN = "2580"


class Hands(Protocol):
    """How somebody works a page."""

    page: Page

    def fill(self, box: Locator, words: str) -> None: ...

    def choose(self, choice: Locator) -> None: ...

    def press(self, what: Locator) -> None: ...


class Mouse:
    """Click, and type."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fill(self, box: Locator, words: str) -> None:
        box.fill(words)

    def choose(self, choice: Locator) -> None:
        choice.check()

    def press(self, what: Locator) -> None:
        what.click()


def tell_us(hands: Hands, house: House) -> str:
    """From the start page to the receipt, one question at a time; return the return code."""
    page = hands.page
    page.goto(house.address)
    hands.press(page.get_by_role("button", name="Start with one question"))
    choose(hands, "No")
    choose(hands, "Me", "Continue")
    write(hands, "What went wrong?", "The boiler has been broken since May.")
    choose(hands, "Say sorry")
    write(hands, "What is your full name?", "Amina Yusuf")
    hands.fill(page.get_by_label("Postcode"), "ZZ9 9ZZ")
    write(hands, "Or type the address", "4 Ash Court, Wellmeadow")
    choose(hands, "No, I will come back here")
    hands.press(page.get_by_role("button", name="Continue"))
    hands.press(page.get_by_role("button", name=re.compile("^Send")))
    page.get_by_role("heading", name="We have got it").wait_for()
    code = page.locator(".code").nth(1).inner_text()
    write(hands, "Choose 4 numbers", PIN, "Keep these 4 numbers")
    page.get_by_role("heading", name="Your 4 numbers are kept").wait_for()
    return code


def tell_us_in_easy_read(hands: Hands, house: House) -> None:
    """From the start page to the receipt, on the page with pictures."""
    page = hands.page
    page.goto(house.address)
    hands.press(page.get_by_role("button", name="Start in Easy Read"))
    hands.fill(page.get_by_label("What went wrong?"), "The lift is broken.")
    hands.choose(page.get_by_label("No", exact=True))
    hands.fill(page.get_by_label("What is your name?"), "Amina Yusuf")
    hands.fill(page.get_by_label("Where do you live?"), "4 Ash Court, Wellmeadow")
    hands.choose(page.get_by_label("Yes", exact=True))
    hands.fill(page.get_by_label("Your phone number"), "01632 960 001")
    hands.press(page.get_by_role("button", name="Send", exact=True))
    page.get_by_role("heading", name="We have got it").wait_for()


def come_back(hands: Hands, house: House, code: str) -> None:
    """From the start page, with nothing but the code, to a request for Stage 2."""
    page = hands.page
    page.context.clear_cookies()
    page.goto(house.address)
    hands.press(page.get_by_role("link", name="See what you sent us"))
    hands.choose(page.locator("main input[type=radio][value=code]"))
    hands.fill(page.get_by_label(re.compile("return code", re.IGNORECASE)).and_(page.locator("input[type=text]")), code)
    hands.fill(page.locator("input[name=pin]"), PIN)
    hands.press(page.get_by_role("button", name="Continue"))
    page.wait_for_url(re.compile(r"/c/[0-9A-Z]{4}-[0-9A-Z]{4}$"))
    hands.press(page.locator("main a[href$='/stage-2']").first)
    hands.press(page.get_by_role("button", name="Ask for Stage 2"))
    page.get_by_text("You asked for Stage 2").first.wait_for()


def choose(hands: Hands, label: str, then: str = "Continue") -> None:
    hands.choose(hands.page.get_by_label(label, exact=True))
    hands.press(hands.page.get_by_role("button", name=then, exact=True))


def write(hands: Hands, label: str, words: str, then: str = "Continue") -> None:
    hands.fill(hands.page.get_by_label(label), words)
    hands.press(hands.page.get_by_role("button", name=then, exact=True))


def sign_in(hands: Hands, house: House, name: str) -> None:
    """Through the staff's door."""
    hands.page.goto(f"{house.address}/staff/sign-in")
    sign_in_here(hands, house, name)


def sign_in_here(hands: Hands, house: House, name: str) -> None:
    """At the staff's door, wherever it leads."""
    page = hands.page
    email, password, code = house.credentials(name)
    hands.fill(page.locator("#email"), email)
    hands.fill(page.locator("#password"), password)
    hands.fill(page.locator("#code"), code)
    hands.press(page.get_by_role("button", name="Sign in", exact=True))
    page.wait_for_url(lambda url: "/sign-in" not in url)


def acknowledge(hands: Hands, house: House, reference: str) -> None:
    """Write what was understood."""
    page = hands.page
    page.goto(f"{house.address}/staff/complaints/{reference}/acknowledgement")
    hands.choose(page.get_by_label("Yes", exact=True))
    hands.fill(page.locator("#outcomes-0"), "A clean bin store")
    hands.press(page.get_by_role("button", name="Write and send the acknowledgement"))
    page.get_by_text("The acknowledgement is written").wait_for()


def answer(hands: Hands, house: House, reference: str) -> None:
    """Answer every point and every wish, see the letter, and send it."""
    hands.page.goto(f"{house.address}/staff/complaints/{reference}/response")
    write_answer(hands)


def write_answer(hands: Hands, *, nothing_outstanding: bool = True) -> None:
    """On the page where an answer is written, to the letter that goes."""
    page = hands.page
    hands.fill(page.locator("#decision"), "We let you down.")
    hands.choose(page.locator("#findings-1-finding"))
    hands.fill(page.locator("#findings-1-reasons"), "Nobody came for three weeks.")
    hands.choose(page.locator("#outcomes-1-granted"))
    hands.fill(page.locator("#outcomes-1-why"), "It was cleaned today.")
    hands.fill(page.locator("#remedy"), "We are sorry.")
    hands.choose(page.get_by_label("We say sorry", exact=True))
    if nothing_outstanding:
        hands.choose(page.locator("input[type=checkbox][name=nothing_outstanding]"))
    hands.press(page.get_by_role("button", name="See the letter"))
    page.get_by_role("heading", name="Check the answer").wait_for()
    hands.press(page.get_by_role("button", name="Send the answer"))
    page.get_by_text("The answer is written").wait_for()
