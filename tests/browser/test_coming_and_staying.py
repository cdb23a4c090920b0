"""Time and codes (rows 18 and 21): a sign-in ends on the server's own clock, and no code need be typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from app.domain.landlord.permissions import Role
from app.domain.people.sessions import LIFETIMES, Kind
from app.services.case.complaints import Made
from app.services.landlord import staff
from app.services.people import sessions, sign_ins
from app.services.people.sign_ins import Minted
from app.store import outbox
from app.web.furniture import WARN_BEFORE
from tests.browser import checks
from tests.cases import a_complaint
from tests.houses import House, keeping
from tests.journeys import roads

WORDS = "The surveyor could not get in. We ring on Friday."
A_MINUTE = timedelta(minutes=1)

OpenPage = Callable[..., Page]


@pytest.fixture
def made(house: House, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A complaint under the house's own key, by somebody who gave an e-mail address."""
    monkeypatch.setattr("tests.cases.LOOKUP_KEY", house.app.extensions["config"].lookup_key)
    with house.database.writing() as session:
        return a_complaint(session, key=f"press at {house.clock.at}")


@pytest.fixture
def pages(house: House, made: Made) -> dict[Kind, tuple[str, dict[str, object]]]:
    """For each area a page with a box to write in, and the browser of somebody who has just signed in there."""
    with house.database.writing() as session:
        token = sessions.open_for_party(session, made.case_id, 1, "a test", house.deed)
    late = house.references["answer_due_tomorrow"]
    return {
        Kind.RESIDENT: (f"{house.address}/c/{made.reference}/stage-2", keeping(Kind.RESIDENT.value, token)),
        Kind.STAFF: (f"{house.address}/staff/complaints/{late}/update", house.colleague("Dana")),
    }


def passes(house: House, page: Page, time: timedelta) -> None:
    """Let time pass for the browser and for the server."""
    house.clock.at += time
    page.clock.fast_forward(time.total_seconds() * 1000)


@pytest.fixture
def writing(pages, look: OpenPage) -> Callable[[Kind], Page]:
    """Opens that page on a clock that the test moves, with words in its box."""

    def opened(area: Kind) -> Page:
        address, kept = pages[area]
        page = look("about:blank", storage_state=kept, spoilt=True)
        page.clock.install()
        page.goto(address)
        page.wait_for_function("document.body.matches('.js-enabled')")
        page.locator("main textarea").first.fill(WORDS)
        return page

    return opened


@pytest.mark.parametrize("area", [Kind.RESIDENT, Kind.STAFF])
def test_one_key_keeps_a_sign_in_on_the_server_too(house, writing, area):
    idle, page = LIFETIMES[area].idle, writing(area)
    passes(house, page, idle - WARN_BEFORE + A_MINUTE)
    page.locator("#stay").wait_for()
    with page.expect_response("**/stay") as answer:
        page.keyboard.press("Enter")
    expect(page.locator("#stay")).to_be_hidden()
    house.clock.at += idle - A_MINUTE
    again = page.context.request.get(page.url)

    assert answer.value.status == 204
    assert again.url == page.url
    assert page.locator("main textarea").first.input_value() == WORDS


@pytest.mark.parametrize("area", [Kind.RESIDENT, Kind.STAFF])
def test_one_that_the_server_has_ended_is_said_to_be_over_and_the_words_are_still_there(house, look, writing, area):
    idle, page = LIFETIMES[area].idle, writing(area)
    house.clock.at += idle
    page.clock.fast_forward((idle - WARN_BEFORE + A_MINUTE).total_seconds() * 1000)
    page.locator("#stay").wait_for()
    page.keyboard.press("Enter")

    expect(page.locator("#stay")).to_contain_text("You have been signed out")
    page.keyboard.press("Enter")
    expect(page.locator("#stay")).to_be_hidden()
    assert page.locator("main textarea").first.input_value() == WORDS


def test_what_staff_send_too_late_is_given_back_once_they_have_signed_in(house, writing):
    page = writing(Kind.STAFF)
    house.clock.at += LIFETIMES[Kind.STAFF].idle
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/staff/sign-in*")
    roads.sign_in_here(_Mouse(page), house, "Dana")
    page.goto(f"{house.address}/staff/unsent")

    expect(page.locator("main")).to_contain_text(WORDS)
    checks.every(page, checks.tree, checks.targets, checks.language)


class _Mouse:
    """The quickest hands."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fill = lambda box, words: box.fill(words)
        self.choose = lambda choice: choice.check()
        self.press = lambda what: what.click()


CODES = {
    "c/back": {"#return_code": "1234-5678 9012 3456", "#pin": "25 80", "#reference": "7q4k 2m9p"},
    "c/back/code": {"#code": "123 456"},
    "c/continue": {"main form input[type=text]": "1234 5678 9012"},
    "staff/sign-in": {"#code": "123 456", "#password": "four words that differ"},
    "staff/set-up": {"#code": "123 456", "#password": "four words that differ"},
}


@pytest.mark.parametrize("path", CODES)
def test_every_code_can_be_pasted_as_it_was_copied(house, made, look, path):
    page = look(f"{house.address}/c/back")
    if path == "c/back/code":
        _asks_for_a_code(page, made)
    elif path == "staff/set-up":
        with house.database.writing() as session:
            new = staff.add(session, "Ola New", "ola@wellmeadow.example", frozenset({Role.HANDLER}), house.deed)
        page.goto(f"{house.address}/{path}/{new.token}")
    else:
        page.goto(f"{house.address}/{path}")

    for selector, code in CODES[path].items():
        if not page.locator(selector).is_visible():
            page.locator("main input[type=radio]:not(:checked)").first.check()
        if not page.locator(selector).is_visible():
            page.locator("main input[type=radio]:not(:checked)").first.check()
        checks.accepts_paste(page, selector, code)


def test_the_link_in_the_email_asks_for_nothing_but_a_press(house, made, look):
    page = look(f"{house.address}/c/back")
    _asks_for_a_code(page, made)
    page.goto(f"{house.address}/c/back/link/{_delivered(house).token}")
    page.get_by_role("button", name="Continue").press("Enter")

    page.wait_for_url(f"**/c/{made.reference}")


def test_the_code_in_the_email_is_pasted_with_its_gap(house, made, look):
    page = look(f"{house.address}/c/back")
    _asks_for_a_code(page, made)
    code = _delivered(house).code
    checks.accepts_paste(page, "#code", f"{code[:3]} {code[3:]}")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/c/{made.reference}")


def test_the_return_code_is_pasted_as_the_receipt_shows_it(house, made, look):
    page = look(f"{house.address}/c/back")
    page.locator("main input[type=radio][value=code]").check()
    checks.accepts_paste(page, "#return_code", made.return_code)
    checks.accepts_paste(page, "#pin", "m5 4ab")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/c/{made.reference}")


def _asks_for_a_code(page: Page, made: Made) -> None:
    page.locator("main input[type=radio][value=email]").check()
    checks.accepts_paste(page, "#reference", made.reference.lower())
    page.keyboard.press("Enter")
    page.wait_for_url("**/c/back/code*")


def _delivered(house: House) -> Minted:
    """Send the codes that wait, as the worker does, and return the last."""
    key, sent = house.app.extensions["config"].lookup_key, []
    with house.database.writing() as session:
        for word in outbox.claim(session, "test", 100, sign_ins.GOOD_FOR, house.clock.at):
            if word.kind == "sign_in_code":
                sent.append(sign_ins.mint(session, json.loads(word.facts)["sign_in"], key, house.clock.at))
            outbox.finish(session, word.id, "test", "sent", house.clock.at)
    return next(each for each in reversed(sent) if each is not None)
