"""Tabs of the browser, emptied and used again: opening another costs more than most of what a test does in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Options = dict[str, Any]


class Tabs:
    """Tabs of one browser that no test uses at the moment, each in a context of its own, by that context's options.

    A tab whose clock was set cannot be emptied: ask the browser itself for one of those.
    """

    def __init__(self, browser: Browser, script: str) -> None:
        self._browser = browser
        self._script = script
        self._free: dict[str, list[Page]] = {}

    def take(self, options: Options) -> Page:
        """Return an empty tab, in which nobody is signed in and `script` runs first on every page."""
        free = self._free.get(repr(options), [])
        if free:
            return free.pop()
        page = self._browser.new_context(**options).new_page()
        page.add_init_script(self._script)
        return page

    def put_back(self, page: Page, options: Options) -> None:
        """Empty a tab for the next test."""
        page.unroute_all(behavior="ignoreErrors")
        page.goto("about:blank")
        page.context.clear_cookies()
        self._free.setdefault(repr(options), []).append(page)
