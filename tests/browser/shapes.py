"""The page in other shapes: small, large, spaced out, in a person's own colours, without movement.

The page must have been opened with `bypass_csp=True`: these put styles into it, as a person's own browser would.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.checks import ask, refuse

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""

TABLETS = (768, 1024)


def reflow(page: Page) -> None:
    """Row 6: in a window of 320 by 256 nothing is cut off and nothing scrolls sideways."""
    with resized(page, 320, 256):
        refuse(ask(page, "cutOff"))


def fits(page: Page) -> None:
    """Row 6 for what lies between a phone and a desk: on a tablet nothing scrolls sideways. It stays on the last."""
    for width in TABLETS:
        page.set_viewport_size({"width": width, "height": 800})
        refuse(ask(page, "cutOff"))


def large_text(page: Page) -> None:
    """Row 7: letters twice as large, and a page four times as large, lose nothing."""
    with resized(page, 320, 800), styled(page, "html { font-size: 200% }"):
        refuse(ask(page, "cutOff"))
    with resized(page, 1280 // 4, 1024 // 4):
        refuse(ask(page, "cutOff"))


def text_spacing(page: Page) -> None:
    """Row 8: with the spacing of WCAG 1.4.12 nothing is cut off."""
    with styled(page, SPACED):
        refuse(ask(page, "cutOff"))


def forced_colours(page: Page) -> None:
    """Row 9: in a person's own colours, controls still have an edge and states still differ."""
    page.emulate_media(forced_colors="active")
    faults = ask(page, "forcedColours")
    page.emulate_media(forced_colors="none")
    refuse(faults)


def motion(page: Page) -> None:
    """Row 10: whoever asks for no movement sees none."""
    page.emulate_media(reduced_motion="reduce")
    faults = ask(page, "motion")
    page.emulate_media(reduced_motion="no-preference")
    refuse(faults)


@contextmanager
def resized(page: Page, width: int, height: int) -> Iterator[None]:
    """The page in a window of another size."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": height})
    yield
    if before:
        page.set_viewport_size(before)


@contextmanager
def styled(page: Page, css: str) -> Iterator[None]:
    """The page with a person's own styles."""
    style = page.add_style_tag(content=css)
    yield
    style.evaluate("style => style.remove()")
