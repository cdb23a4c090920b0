"""The test of our checks: a page with one fault is refused for it, and the same page without it is not."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import checks, keyboard, shapes
from tests.browser.visits import at_both_widths

GOOD = """<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Error: Your name – Meadow Homes</title><style>
body { margin: 10px; font: 20px sans-serif; } a, button { display: inline-block; min-height: 44px; }
a:focus, button:focus, input:focus { outline: 3px solid black; } input { min-height: 44px; border: 2px solid; }
.govuk-button { min-height: 44px; border: 2px solid; }
</style></head><body>
<a class="govuk-skip-link" href="#main-content">Skip to main content</a>
<nav aria-label="Main"><a href="/">Home</a></nav>
<main><div id="main-content" tabindex="-1"><h1>Your name</h1>
<div class="govuk-error-summary" tabindex="-1" autofocus><h2>There is a problem</h2>
<a href="#name">Enter your name</a></div>
<label for="name">Your name</label><p class="govuk-error-message" id="name-error">Enter your name</p>
<input class="govuk-input" id="name" name="name" type="text" dir="auto" autocomplete="name" spellcheck="false"
 aria-describedby="name-error">
<button class="govuk-button">Continue</button>
</div></main>
<section id="help" aria-label="Help"><ul class="help__ways"><li><strong>Phone</strong> 0161 555 0100</li></ul></section>
<footer><p>Bye.</p></footer></body></html>"""

BYE = "<p>Bye.</p>"
FAULTS = {
    "axe: no label": (checks.axe, '<label for="name">Your name</label>', ""),
    "axe: too little contrast": (checks.axe, BYE, '<p style="color:#bbb">Bye.</p>'),
    "tree: two h1": (checks.tree, BYE, "<h1>Bye.</h1>"),
    "tree: a level skipped": (checks.tree, BYE, "<h4>Bye.</h4>"),
    "tree: two navs of one name": (checks.tree, BYE, '<nav aria-label="Main"></nav>'),
    "tree: a button without a name": (checks.tree, "Continue", ""),
    "targets: too small to press": (checks.targets, BYE, '<button style="min-height:0;height:20px">x</button>'),
    "targets: a low button": (checks.targets, ".govuk-button { min-height: 44px", ".govuk-button { min-height: 40px"),
    "errors: not in the title": (checks.errors, "Error: ", ""),
    "errors: the focus elsewhere": (checks.errors, "autofocus", ""),
    "errors: a link to nothing": (checks.errors, 'href="#name"', 'href="#nobody"'),
    "errors: other words": (checks.errors, 'id="name-error">Enter your name', 'id="name-error">Required'),
    "errors: not described": (checks.errors, ' aria-describedby="name-error"', ""),
    "help: none": (checks.help_order, 'class="help__ways"', ""),
    "help: before the content": (checks.help_order, "<main>", "<section id='help'></section><main hidden></main><div>"),
    "purpose: name": (checks.purpose, ' autocomplete="name"', ""),
    "language: none": (checks.language, ' lang="en"', ""),
    "language: no direction": (checks.language, ' dir="ltr"', ""),
    "language: a box with a direction": (checks.language, ' dir="auto"', ""),
    "tab: a stop out of order": (keyboard.tab_order, 'id="name" name', 'tabindex="2" id="name" name'),
    "tab: not reached": (keyboard.tab_order, BYE, '<button onfocus="this.blur()">x</button>'),
    "tab: no skip link": (keyboard.tab_order, 'class="govuk-skip-link"', ""),
    "tab: not seen": (keyboard.tab_order, "outline: 3px solid black", "outline: none"),
    "tab: hidden behind another": (
        keyboard.tab_order,
        BYE,
        '<p style="position:fixed;inset:0;background:#fff">Bye.</p>',
    ),
    "skip link: to nothing": (keyboard.skip_link, 'id="main-content"', ""),
    "reflow: too wide": (shapes.reflow, BYE, '<p style="width:400px">Bye.</p>'),
    "reflow: cut off": (shapes.reflow, BYE, '<p style="overflow:hidden;height:10px">Bye.</p>'),
    "large text: cut off": (shapes.large_text, BYE, '<p style="overflow:hidden;height:30px;font-size:1rem">Bye.</p>'),
    "spacing: cut off": (shapes.text_spacing, BYE, '<p style="overflow:hidden;height:24px;line-height:1.2">Bye.</p>'),
    "forced colours: no edge": (shapes.forced_colours, "44px; border: 2px solid; }\n<", "44px; border: 0 }\n<"),
    "motion": (shapes.motion, BYE, '<p style="transition: color 1s">Bye.</p>'),
    "private": (lambda page: checks.private(page, "your NAME"), "<p>", "<p>"),
}
ALL = {check for check, _, _ in FAULTS.values()} - {FAULTS["private"][0]}


@pytest.fixture
def shown(look):
    look.forgiven += ["404", "Failed to load"]

    def show(html):
        page = look("about:blank")
        page.route("http://page.test/", lambda route: route.fulfill(content_type="text/html", body=html))
        page.route("**/axe.js", lambda route: route.fulfill(content_type="text/javascript", body=Axe().axe_script))
        page.goto("http://page.test/")
        return page

    return show


def test_a_good_page_passes_every_check(shown):
    checks.every(shown(GOOD), *sorted(ALL, key=lambda check: check is not checks.errors))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_is_refused_for(shown, fault):
    check, old, new = FAULTS[fault]
    assert old in GOOD

    with pytest.raises(AssertionError):
        check(shown(GOOD.replace(old, new, 1)))


def test_nothing_is_asked_twice():
    checks.nothing_asked_twice(["Your name", "Your home"])

    with pytest.raises(AssertionError, match="Your name"):
        checks.nothing_asked_twice(["Your name", "Your home", "Your name"])


def test_a_box_that_refuses_what_is_pasted_is_refused(shown):
    checks.accepts_paste(shown(GOOD), "#name", "Kim Lee")

    refusing = GOOD.replace('id="name" name', 'onpaste="event.preventDefault()" id="name" name')
    with pytest.raises(AssertionError):
        checks.accepts_paste(shown(refusing), "#name", "Kim Lee")


WIDE = "@media (min-width: 1000px)"


@pytest.mark.parametrize(
    "fault",
    [
        f'<style>p {{ display: none }} {WIDE} {{ p {{ display: block }} }}</style><p><img src="data:,"></p>',
        f"<style>{WIDE} {{ a {{ min-height: 0; font-size: 9px }} }}</style><p><a href='#a'>a</a><a href='#b'>b</a></p>",
        f'<style>{WIDE} {{ .faint {{ color: #bbb }} }}</style><p class="faint">Bye.</p>',
    ],
    ids=["shown", "small", "faint"],
)
def test_what_is_wrong_on_a_desk_alone_is_refused(shown, fault):
    page = shown(GOOD.replace(BYE, fault))

    with pytest.raises(AssertionError, match="axe"):
        at_both_widths(page, markup=False)
