"""The page under a person's fingers: the order of the Tab key, where the focus is seen, where it goes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from tests.browser.checks import ask, refuse

MOST_STOPS = 300


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page to its end; return where the focus stood."""
    ask(page, "start")
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = ask(page, "stop")
        if stop is None or stop["again"]:
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab was pressed {MOST_STOPS} times and had not come round")


def tab_order(page: Page) -> None:
    """Rows 3 and 4: everything usable is reached once, in the page's order, and is seen when it is."""
    page.reload()
    stops = walk(page)
    first = [] if stops and "govuk-skip-link" in stops[0]["name"] else ["the first stop is not the skip link"]
    jumping = [f"{stop['name']} jumps the queue" for stop in stops if stop["tabindex"] > 0]
    back = [f"{b['name']} comes after {a['name']}" for a, b in pairwise(stops) if b["order"] < a["order"]]
    hidden = [f"{stop['name']} is hidden when it has the focus" for stop in stops if not stop["seen"]]
    undressed = ask(page, "undressed")
    same = [
        f"{stop['name']} looks the same with the focus and without"
        for stop, without in zip(stops, undressed, strict=True)
        if stop["dressed"] == without
    ]
    refuse(first + jumping + back + hidden + same + ask(page, "missed"))


def skip_link(page: Page) -> None:
    """Row 3: Tab and Enter lead past the header."""
    page.reload()
    ask(page, "start")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.id")
    refuse([] if focused == "main-content" else [f"the skip link leads to #{focused}"])


def says_once(page: Page, act: Callable[[Page], Any]) -> str:
    """Row 12: what `act` brings about is said once in #status, which was there before; return the words."""
    ask(page, "listen")
    _settle(page, act)
    news: list[str] = page.evaluate("window.news")
    refuse([] if len(news) == 1 else [f"#status said {news}"])
    return news[0]


def keeps_focus(page: Page, act: Callable[[Page], Any]) -> str:
    """Row 13: when `act` has exchanged a part of the page, the focus is somewhere; return where, by id."""
    _settle(page, act)
    where = page.evaluate("document.activeElement?.tagName ?? 'BODY'")
    refuse([] if where != "BODY" else ["the focus fell to the body"])
    return str(page.evaluate("document.activeElement.id"))


def _settle(page: Page, act: Callable[[Page], Any]) -> None:
    ask(page, "settle")
    act(page)
    page.evaluate("window.settled")
