"""One visit to a page, and all that can be checked while we are there: opening a page costs most."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser import checks, shapes
from tests.browsers import sent
from tests.pages import check_page

DESK = {"width": 1280, "height": 800}
WRITABLE = "main form textarea:visible, main form input:is([type=text], [type=email], [type=tel]):visible"


def html(page: Page) -> None:
    """Row 2: the markup as the server sent it is what we allow ourselves."""
    check_page(sent(page))


def at_both_widths(page: Page, *, markup: bool = True) -> None:
    """Make the checks that every page must pass (rows 1, 2, 6, 11, 15 and 22), on a phone and on a desk."""
    every = [checks.axe, checks.tree, checks.targets, checks.language, shapes.reflow]
    checks.every(page, *every, *([html] if markup else []))
    on_a_phone = checks.ask(page, "offered")
    page.set_viewport_size(DESK)
    alike = checks.ask(page, "offered") == on_a_phone
    checks.every(page, *([checks.axe_again] if alike else [checks.axe, checks.tree]), checks.targets, shapes.fits)


def after_a_mistake(page: Page) -> None:
    """Empty every box of the page's form, send it, and check that it is refused as it must be (rows 1, 14 and 15)."""
    for box in page.locator(WRITABLE).all():
        box.fill("")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.locator("main form button[type=submit]:not([name], [formaction])").first.click()
    assert answer.value.status == 422
    page.wait_for_function("document.title.startsWith('Error: ')")
    page.wait_for_load_state()  # by then the scripts have run, and moved the focus
    checks.every(page, checks.errors, checks.axe, checks.tree, checks.targets, shapes.reflow)
