"""A browser in which scripts are off, do not arrive, or break (row 20): a page does all that it is for without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Route

BROKEN = ("off", "blocked", "broken")


@contextmanager
def no_script(browser: Browser, how: str, **context: Any) -> Iterator[Page]:
    """A page of such a browser; `how` is one of BROKEN."""
    opened = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=how != "off", **context)
    page = opened.new_page()
    if how != "off":
        page.route("**/*.js", _blocked if how == "blocked" else _broken)
    yield page
    opened.close()


def _blocked(route: Route) -> None:
    route.abort()


def _broken(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body="throw new Error('broken on the way')")
