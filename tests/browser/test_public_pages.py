"""What anybody sees, question by question: each page empty, with mistakes and filled in, at both widths."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import checks
from tests.browser.speed import best_visit, within_budget
from tests.browser.visits import after_a_mistake, at_both_widths
from tests.houses import House, keeping
from tests.web.public.conftest import ANSWERS, Visitor

STEPS = tuple(ANSWERS)
OPEN = (
    *("", "tray", "c", "c/back", "c/continue", "how-complaints-work", "staying-safe", "accessibility", "privacy"),
    *("cookies", "contact", "ombudsman", "you-said-we-did", "performance", "performance/reports"),
    "performance/2025-26",
)
SHORT = ("c/quick", "c/easy-read", "c/ring-me")
FORMS = (*SHORT, "c/continue", *(f"c/step/{number}" for number in STEPS if number != 11))
BEGUN = ("c/quick", "c/easy-read", "c/check", "c/later", "c/now", *(f"c/step/{number}" for number in STEPS))
SENT = ("c/sent", "c/more/1", "c/more/2", "c/more/3", "c/more/4", "c/more/about-you")
PICTURES = 7
REFERENCE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
MISSING = {"no/such/page": "not", "c/step/99": "not", "c/7Q4K-2M9P": "sign", "staff/set-up/an-old-link": "not"}

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def begun(house: House) -> dict[str, object]:
    """A browser in which every question has its answer."""
    visitor = Visitor(house.app.test_client())
    visitor.answers()
    return kept_by(visitor)


@pytest.fixture(scope="module")
def sent(house: House) -> dict[str, object]:
    """A browser from which a complaint was just sent."""
    visitor = Visitor(house.app.test_client())
    visitor.sends()
    return kept_by(visitor)


def kept_by(visitor: Visitor) -> dict[str, object]:
    cookie = visitor.client.get_cookie("page")
    assert cookie is not None
    return keeping(cookie.key, cookie.value)


@pytest.fixture
def visit(house: House, look: OpenPage) -> OpenPage:
    """Opens a page as somebody in whose browser there may be something already."""

    def opened(path: str, kept: dict[str, object] | None = None, **context: object) -> Page:
        context |= {"storage_state": kept} if kept else {}
        return look(f"{house.address}/{path}", bypass_csp=True, **context)

    return opened


@pytest.mark.parametrize("path", [*OPEN, *SHORT, *(f"c/step/{number}" for number in STEPS)])
def test_anybody_can_use_a_page_with_nothing_on_it_yet(visit, path):
    at_both_widths(visit(path))


@pytest.mark.parametrize("path", FORMS)
def test_what_is_missing_is_said_where_it_is_missing(visit, path):
    after_a_mistake(visit(path))


@pytest.mark.parametrize("path", BEGUN)
def test_anybody_can_use_a_page_with_their_answers_on_it(visit, begun, path):
    opened = visit(path, begun)

    assert opened.url.endswith(path)
    at_both_widths(opened)


@pytest.mark.parametrize("path", SENT)
def test_anybody_can_use_what_comes_after_sending(visit, sent, path):
    opened = visit(path, sent)

    assert opened.url.endswith(path)
    at_both_widths(opened)


def test_whoever_speaks_for_another_is_asked_on_a_page_like_the_others(visit):
    opened = visit("c/step/2")
    opened.get_by_label("Someone else, and I am helping them").check()
    opened.get_by_role("button", name="Continue").click()
    opened.wait_for_url("**/c/step/1")  # which has no answer yet
    opened.goto(opened.url.removesuffix("1") + "3")

    at_both_widths(opened)
    after_a_mistake(opened)


def test_what_could_hurt_somebody_is_asked_on_a_page_like_the_others(visit):
    opened = visit("c/step/1")
    opened.get_by_label("Yes, soon").check()
    opened.get_by_role("button", name="Continue").click()
    opened.wait_for_url("**/c/step/12")

    at_both_widths(opened)
    opened.get_by_label("Month").fill("13")
    opened.get_by_role("button", name="Continue").click()
    opened.locator(".govuk-error-summary").wait_for()
    checks.every(opened, checks.errors, checks.axe, checks.targets)


@pytest.mark.parametrize("path", MISSING)
def test_a_page_that_is_not_there_is_a_page_too(visit, path):
    at_both_widths(visit(path), markup=False)


def test_help_stands_in_the_same_order_everywhere(visit, begun):
    orders = {checks.help_order(visit(path, begun)) for path in ("", "c/step/1", "c/check", "contact", "c/back")}

    assert len(orders) == 1


def test_nothing_is_asked_twice_from_the_first_question_to_stage_2(house, visit):
    visitor = Visitor(house.app.test_client())
    visitor.answers()
    asked = asked_on(visit, kept_by(visitor), *(f"c/step/{number}" for number in STEPS))
    visitor.says("/c/check")
    asked += asked_on(visit, kept_by(visitor), *SENT)
    reference = REFERENCE.findall(visitor.sees("/c/sent").text)[0]
    mine = house.resident(reference)
    asked += asked_on(visit, mine, f"c/{reference}/stage-2")

    checks.nothing_asked_twice(asked)
    known = visit(f"c/{reference}/stage-2", mine).locator("main").inner_text()
    assert "An apology" in known
    assert "The work finished" in known


def asked_on(visit: OpenPage, kept: dict[str, object], first: str, *more: str) -> list[str]:
    """What these pages ask, one after the other."""
    opened = visit(first, kept)
    asked, home = checks.questions(opened), opened.url.removesuffix(first)
    for path in more:
        opened.goto(f"{home}{path}")
        asked += checks.questions(opened)
    return asked


@pytest.mark.parametrize("number", [6, 9])
def test_a_question_about_the_person_tells_the_browser_so(visit, begun, number):
    checks.purpose(visit(f"c/step/{number}", begun))


@pytest.mark.parametrize(("path", "then"), [("", "c/step/1"), ("c/step/4", "c/step/5")])
def test_a_cold_visit_is_light(browser, house, path, then):
    within_budget(best_visit(browser, f"{house.address}/{path}", then=f"{house.address}/{then}"))


def test_the_pictures_of_easy_read_are_light(browser, house):
    address = f"{house.address}/c/easy-read"

    within_budget(best_visit(browser, address, then=f"{house.address}/c/quick"), pictures=PICTURES)
