"""A real Chromium, one for the whole run, and a real server for it to look at."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from werkzeug import Request, Response
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.serving import make_server

from tests.tabs import Options, Tabs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page
    from playwright.sync_api import Response as Answer

LOOK = Path(__file__).with_name("browser") / "look.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
STARTED = "!document.querySelector('script[data-govuk]') || document.body.matches('.govuk-frontend-supported')"
PHONE = {"width": 360, "height": 800}
AXE = "/axe.js"
SENT: WeakKeyDictionary[Page, Answer | None] = WeakKeyDictionary()
"""What each tab was sent last when a test opened an address in it."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once; without one these tests are skipped, and in CI they fail."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        pytest.skip("There is no Chromium here: apt-get install chromium, or name one in CHROMIUM.")
    from playwright.sync_api import sync_playwright  # half a second that only these tests need

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Tabs in which the window has our checks' questions: look.js."""
    return Tabs(browser, f"window.look = {LOOK.read_text(encoding='utf-8')}")


class Look:
    """Opens an address in a tab of its own: `look(url, width=1280, java_script_enabled=False)`.

    Whatever the browser complains of (a broken script, a forbidden style) fails the test, but for what is in
    `forgiven`. A test that sets the tab's clock says so: `look(url, spoilt=True)`.
    """

    def __init__(self, tabs: Tabs) -> None:
        self.forgiven = ["status of 4"]
        self._complaints: list[str] = []
        self._tabs = tabs
        self._open: list[tuple[Page, Options | None]] = []

    def __call__(
        self,
        url: str,
        *,
        width: int = PHONE["width"],
        height: int = PHONE["height"],
        storage_state: Mapping[str, Any] | None = None,
        spoilt: bool = False,
        **options: Any,
    ) -> Page:
        page = self._tabs.take(options)
        self._open.append((page, None if spoilt else options))
        page.set_viewport_size({"width": width, "height": height})
        page.context.add_cookies((storage_state or {}).get("cookies", []))
        page.on("console", self._said)
        page.on("pageerror", self._broke)
        return self.at(page, url, scripts=options.get("java_script_enabled", True))

    def at(self, page: Page, url: str, *, scripts: bool = True) -> Page:
        """Go to an address in a tab that is open, and wait until its scripts have begun."""
        SENT[page] = page.goto(url)
        if scripts and not page.evaluate(STARTED):
            page.wait_for_function(STARTED)
        return page

    def close(self) -> None:
        """Put the tabs back, and raise AssertionError with what the browser complained of."""
        for page, options in self._open:
            page.remove_listener("console", self._said)
            page.remove_listener("pageerror", self._broke)
            if options is None:
                page.context.close()
            else:
                self._tabs.put_back(page, options)
        unexpected = [each for each in self._complaints if not any(known in each for known in self.forgiven)]
        assert not unexpected, "\n".join(unexpected)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complaints.append(message.text)

    def _broke(self, error: object) -> None:
        self._complaints.append(str(error))


def sent(page: Page) -> str:
    """Return the markup of a page as it came; whoever went on from where they were sent to asks for it again."""
    answer = SENT.get(page)
    return (answer if answer and answer.url == page.url else page.context.request.get(page.url)).text()


@pytest.fixture
def look(tabs: Tabs) -> Iterator[Look]:
    with closing(Look(tabs)) as look:
        yield look


@Request.application
def axe(_request: Request) -> Response:
    """What our checks ask with: the browser reads it much faster from a server that it knows than from us."""
    return Response(Axe().axe_script, mimetype="text/javascript", headers={"Cache-Control": "max-age=3600"})


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The application on a free port of this machine, for as long as it is needed; yields its address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, DispatcherMiddleware(app, {AXE: axe}), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
