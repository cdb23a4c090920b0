"""The measure of long tasks sees the work of a page, however busy the machine is."""

from urllib.parse import quote

from tests.browser.long_tasks import LONG, MEASURE, blocked
from tests.browser.speed import BUDGETS


def page(script: str = "") -> str:
    return "data:text/html," + quote(f"<!doctype html><title>A page</title><h1>A page</h1><script>{script}</script>")


def test_a_page_with_little_to_do_keeps_nobody_waiting(browser):
    assert min(blocked(browser, page()) for _ in range(3)) < LONG


def test_the_work_of_a_page_is_counted_as_a_cheap_phone_would_take_it(browser):
    work = f"({MEASURE})();" * 15

    assert max(blocked(browser, page(work)) for _ in range(3)) > BUDGETS["tbt"]
