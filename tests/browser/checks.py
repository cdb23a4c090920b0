"""What any page must be when a person meets it: the rows of the accessibility test plan that look at one page.

Each check takes a Playwright page and raises AssertionError with everything it found. The keyboard's are in
keyboard.py, the window's in shapes.py, the line's in speed.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLong

from tests.browsers import AXE as AXE_ITSELF

LOOK = Path(__file__).with_name("look.js").read_text(encoding="utf-8")
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations", "incomplete"],
    "preload": False,  # sound and pictures that move: our pages have none to fetch
}
BY_ITS_PLACE = (
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
    "td-headers-attr",
    "th-has-data-cells",
)
"""The rules that look where and how large things are, or how they are printed, and not only what they are."""
RUN_AXE = "options => axe.run(options).then(({violations, incomplete}) => ({violations, incomplete}))"
# What axe cannot decide and we have looked at: a chevron drawn over a button, a table that has no rows yet.
DECIDED = {"color-contrast", "aria-required-children", "th-has-data-cells"}
BUT_FOR_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
READABLE: set[str] = set()
"""The ways of printing text on pages in which axe found nothing."""
FOCUS_IS_ON_THE_ERRORS = "document.querySelector('.govuk-error-summary')?.contains(document.activeElement)"
SMALLEST_TARGET = 24
CONTROL_HEIGHT = 44
NAMED_ROLES = {"button", "link", "textbox", "checkbox", "radio", "combobox", "searchbox", "img"}


def ask(page: Page, question: str, argument: Any = None) -> Any:
    """Return the answer to one of look.js's questions; the fixture `look` gives them to each page it opens."""
    return page.evaluate(f"argument => look.{question}(argument)", argument)


def refuse(faults: Iterable[str]) -> None:
    """Raise AssertionError with all the faults, if there are any."""
    found = list(faults)
    assert not found, "\n".join(found)


def every(page: Page, *checks: Callable[[Page], None]) -> None:
    """Make all the checks, and tell every failure rather than the first."""
    failures = []
    for check in checks:
        try:
            check(page)
        except AssertionError as failure:
            failures.append(f"{check.__name__}: {failure}")
    refuse(failures)


def axe(page: Page) -> None:
    """Row 1: axe finds nothing, and is in doubt of nothing that we have not looked at."""
    _run_axe(page, AXE)


def axe_again(page: Page) -> None:
    """Row 1 for a page that only has another width since axe found nothing: what is to be read and used is the same."""
    _run_axe(page, AXE | {"runOnly": {"type": "rule", "values": BY_ITS_PLACE}})


def _run_axe(page: Page, options: Mapping[str, Any]) -> None:
    # Contrast takes axe longer than all else: it is asked of a page on which text is printed as on none before.
    prints = set(ask(page, "prints")) - READABLE
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(url=AXE_ITSELF)
    found = page.evaluate(RUN_AXE, options if prints else {**options, **BUT_FOR_CONTRAST})
    doubts = [rule for rule in found["incomplete"] if rule["id"] not in DECIDED]
    refuse(
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found["violations"] + doubts
        for node in rule["nodes"]
    )
    READABLE.update(prints)


def tree(page: Page) -> None:
    """Row 11: one h1 and one main, navs told apart by name, headings in order, every control named."""
    refuse(ask(page, "tree") + _nameless(page))


def _nameless(page: Page) -> list[str]:
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = [(node["role"]["value"], node.get("name", {}).get("value")) for node in nodes if not node["ignored"]]
    return [f"a screen reader can only say: {role}" for role, name in told if role in NAMED_ROLES and not name]


def targets(page: Page) -> None:
    """Row 15: what is pressed is 24 by 24 at least, buttons and boxes 44 high; links in a sentence apart."""
    refuse(ask(page, "targets", SMALLEST_TARGET) + ask(page, "lowControls", CONTROL_HEIGHT - 0.5))


def errors(page: Page) -> None:
    """Row 14, after a form was sent with mistakes: in the title, in the summary, and beside each question."""
    refuse([] if page.title().startswith("Error: ") else [f'the title is "{page.title()}"'])
    with suppress(TooLong):  # a script moves the focus, soon after the page has come
        page.wait_for_function(FOCUS_IS_ON_THE_ERRORS, timeout=3000)
    refuse(ask(page, "errors"))
    for link in page.locator(".govuk-error-summary a").all():
        link.click()
        wanted, focused = (link.get_attribute("href") or "")[1:], page.evaluate("document.activeElement.id")
        refuse([] if focused == wanted else [f"the link to #{wanted} leads to #{focused}"])


def help_order(page: Page) -> tuple[str, ...]:
    """Row 16: the ways to get help in their order, to compare with those of other pages."""
    ways = tuple(page.locator("main ~ #help .help__ways > li > strong").all_inner_texts())
    refuse([] if ways else ["there is no help block after the main content"])
    return ways


def questions(page: Page) -> list[str]:
    """Row 17: what this page asks, in the person's words."""
    return page.locator("main legend, main label:not(fieldset label)").all_inner_texts()


def nothing_asked_twice(asked: Iterable[str]) -> None:
    """Row 17: of all the questions of a journey, none came twice."""
    seen: set[str] = set()
    twice = {each for each in asked if each in seen or seen.add(each)}
    refuse(f'"{each}" was asked twice' for each in twice)


def accepts_paste(page: Page, selector: str, words: str) -> None:
    """Row 18: what was copied can be pasted, and arrives whole."""
    page.focus(selector)
    arrived = ask(page, "paste", [selector, words])
    refuse([] if arrived == words else [f'"{arrived}" arrived'])


PURPOSES: Mapping[str, Mapping[str, str]] = {
    r"(^|[_-])email$": {"type": "email", "autocomplete": "email", "spellcheck": "false"},
    r"(^|[_-])(phone|mobile)$": {"type": "tel", "autocomplete": "tel"},
    r"^(full_)?name$": {"autocomplete": "name", "spellcheck": "false"},
    r"(^|[_-])postcode$": {"autocomplete": "postal-code"},
    r"^(one_time_|sign_in_)?code$": {"autocomplete": "one-time-code", "inputmode": "numeric"},
    r"^password$": {"type": "password", "autocomplete": "current-password"},
}


def purpose(page: Page, *, of_others: Iterable[str] = ()) -> None:
    """Row 19: a question about the person says so to the browser; `of_others` names those about somebody else."""
    boxes = page.locator("input:not([type=hidden], [type=radio], [type=checkbox])").all()
    named = [(box, box.get_attribute("name") or "") for box in boxes]
    refuse(
        f"{name}: {attribute} should be {value}"
        for box, name in named
        if name not in of_others
        for pattern, wanted in PURPOSES.items()
        if re.search(pattern, name)
        for attribute, value in wanted.items()
        if box.get_attribute(attribute) != value
    )


def language(page: Page) -> None:
    """Row 22: the page says its language and direction, and lets people write in theirs."""
    refuse(ask(page, "language"))


def private(page: Page, *secrets: str) -> None:
    """Row 26: neither the title nor the address says what it is about, where or who."""
    public = f"{page.title()} {page.url}".casefold()
    refuse(f'"{secret}" stands in "{public}"' for secret in secrets if secret.casefold() in public)
