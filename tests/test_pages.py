"""The test of our page test: each fault, put into a good page, is found."""

import pytest
from flask import Flask

from tests.kitchen import STATES, kitchen
from tests.pages import PageClient, check_page

GOOD = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>Who is this for? – Meadow Homes</title></head>
<body>
<a href="#main-content">Skip to main content</a>
<main>
<div id="main-content">
<h1>Who is this for?</h1>
<form action="/c/step/2" method="post" novalidate>
<input type="hidden" name="csrf_token" value="1">
<label for="name">Your name</label>
<div id="name-hint">As you write it</div>
<input id="name" name="name" type="text" aria-describedby="name-hint">
<button type="submit">Continue</button>
</form>
<h2>Help</h2>
<ul><li>Ring us</li></ul>
</div>
</main>
<div id="status" role="status"></div>
</body>
</html>"""

FAULTS = {
    "a tag that is not closed": ("</main>", "</div>", "parse error"),
    "an attribute that stands twice": ("<h2>", '<h2 id="a" id="b">', "parse error"),
    "an element we do not use": ("<h2>Help</h2>", "<marquee>Help</marquee>", "not an element we use"),
    "style in the page": ("<h2>", '<h2 style="color:red">', "not an attribute"),
    "script in the page": ("</main>", '</main><script src="/a.js">alert(1)</script>', "stand in a file"),
    "script in an attribute": ("<h2>", '<h2 onclick="alert(1)">', "not an attribute"),
    "a place in the queue of the Tab key": ('id="name" name', 'tabindex="3" id="name" name', "jumps the queue"),
    "a block in a heading": ("<h2>Help</h2>", "<h2><div>Help</div></h2>", "may not stand in <h2>"),
    "text blocks in a list": ("<li>Ring us</li>", "<p>Ring us</p>", "may not stand in <ul>"),
    "an empty list": ("<li>Ring us</li>", "", "holds nothing"),
    "a button in a link": (
        "<li>Ring us</li>",
        '<li><a href="/"><button type="button">Go</button></a></li>',
        "within <a",
    ),
    "an id that stands twice": ("<h2>", '<h2 id="name">', "stands 2 times"),
    "a hint that is not there": ('id="name-hint"', 'id="other"', "not on the page"),
    "a link to nowhere on the page": (
        "<li>Ring us</li>",
        '<li><a href="#nowhere">Ring us</a></li>',
        "leads to nothing",
    ),
    "a question without a label": ('<label for="name">Your name</label>', "", "has 0 labels"),
    "a label without words": ("Your name", "", "says nothing"),
    "a question without a name": ('name="name" type', "type", "has no name"),
    "a form without an address": ('action="/c/step/2" ', "", "needs an action"),
    "a form without a token": ('name="csrf_token"', 'name="other"', "no CSRF token"),
    "a token in an address": ('method="post"', 'method="get"', "into the address"),
    "a form without a button": ('<button type="submit">Continue</button>', "", "has no button"),
    "a button that does not say what it does": ('<button type="submit">', "<button>", "whether it sends"),
    "a button outside a form": ("<h2>Help</h2>", '<h2>Help</h2><button type="submit">Go</button>', "in no form"),
    "a link that leads nowhere": ("<li>Ring us</li>", '<li><a href="#">Ring us</a></li>', "leads nowhere"),
    "a link without words": ("<li>Ring us</li>", '<li><a href="/"></a></li>', "says nothing"),
    "a link that changes something": (
        "<li>Ring us</li>",
        '<li><a href="/" hx-post="/">Go</a></li>',
        "must be a button",
    ),
    "htmx on what does nothing by itself": ("<ul>", '<ul hx-get="/">', "does nothing without script"),
    "a picture without an alternative": ("<li>Ring us</li>", '<li><img src="/logo"></li>', "has no alt"),
    "a heading that skips a level": ("<h2>Help</h2>", "<h3>Help</h3>", "follows an h1"),
    "two main headings": ("<h2>Help</h2>", "<h1>Help</h1>", "2 <h1>"),
    "no language": (' lang="en"', "", "its language"),
    "no direction": (' dir="ltr"', "", "which way it is written"),
    "a title of its own": ("<title>Who is this for?", "<title>Step 2", "does not begin with the heading"),
    "an error in the title, though there is none": ("<title>Who", "<title>Error: Who", "status 200 has the title"),
    "no place for news": ('id="status"', 'id="other"', "no #status"),
    "no way past the header": ('href="#main-content"', 'href="/"', "does not skip"),
    "a nav without a name": ("<h2>Help</h2>", '<nav><a href="/">Home</a></nav><h2>Help</h2>', "has no name"),
    "a group of questions without a legend": ("<h2>Help</h2>", "<fieldset><p>Who?</p></fieldset>", "with a legend"),
}


def test_a_good_page_passes():
    check_page(GOOD)


@pytest.mark.parametrize(("old", "new", "complaint"), FAULTS.values(), ids=FAULTS.keys())
def test_a_page_is_refused_that_has(old, new, complaint):
    assert old in GOOD

    with pytest.raises(AssertionError, match=complaint):
        check_page(GOOD.replace(old, new, 1))


def test_a_page_with_errors_says_so_in_its_title():
    with pytest.raises(AssertionError, match="status 422 has the title"):
        check_page(GOOD, status=422)

    check_page(GOOD.replace("<title>", "<title>Error: "), status=422)


def test_every_fault_is_told_at_once():
    with pytest.raises(AssertionError) as refused:
        check_page(GOOD.replace(' lang="en"', "").replace("Your name", ""))

    assert len(str(refused.value).splitlines()) == 2


def test_a_part_of_a_page_needs_no_title_but_keeps_to_the_rest():
    check_page("<h2>Help</h2><p>Ring us</p>", kind="fragment")

    with pytest.raises(AssertionError, match="stands 2 times"):
        check_page('<p id="a">Ring</p><p id="a">us</p>', kind="fragment")
    with pytest.raises(AssertionError, match="holds <main>"):
        check_page("<main><p>Ring us</p></main>", kind="fragment")


def test_the_client_looks_at_every_page_it_is_given():
    app = Flask("shop")
    app.test_client_class = PageClient
    app.add_url_rule("/good", "good", lambda: GOOD)
    app.add_url_rule("/bad", "bad", lambda: GOOD.replace("Your name", ""))
    app.add_url_rule("/data", "data", lambda: {"not": "a page"})

    assert app.test_client().get("/good").status_code == 200
    assert app.test_client().get("/data").status_code == 200
    with pytest.raises(AssertionError, match="says nothing"):
        app.test_client().get("/bad")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("area", ["public", "resident", "staff"])
@pytest.mark.parametrize("state", STATES)
def test_every_macro_in_every_state_makes_a_good_page(state, area, direction):
    client = kitchen(direction=direction).test_client()

    response = client.get("/sink", query_string={"state": state, "area": area})

    check_page(response.text, status=response.status_code)


@pytest.mark.parametrize("address", ["/stops", "/stops?sent"])
def test_the_pages_that_stop_a_person_are_good(address):
    check_page(kitchen().test_client().get(address).text)
