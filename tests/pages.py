"""Reads every page a test is answered with: whoever tests a page tests its markup, labels, title and order."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests import markup

Kind = Literal["page", "fragment"]
CONTROLS = ("input", "select", "textarea")
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls")
SPEECHLESS = {"hidden", "submit"}
A_HIDDEN_VALUE = re.compile(r'(<input type="hidden"[^>]* value=)"[^"]*"')
A_REFERENCE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_FAULTLESS: set[int] = set()  # pages like these were looked at already


class PageClient(FlaskClient):
    """Flask's test client, which looks at every page it is given; a file to be kept is none."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **kwargs)
        is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
        if response.mimetype == "text/html" and response.data and not is_file:
            kind: Kind = "page" if b"<html" in response.data else "fragment"
            check_page(response.text, kind=kind, status=response.status_code)
        return response


def check_page(html: str, *, kind: Kind = "page", status: int = 200) -> None:
    """Raise AssertionError with everything that is wrong with this page, or this part of one."""
    seen = hash((_alike(html), kind, status))
    if seen in _FAULTLESS:
        return
    faults = list(faults_of(html, kind, status))
    assert not faults, "\n".join(faults)
    _FAULTLESS.add(seen)


def _alike(html: str) -> str:
    """The page without what differs each time and can do no harm to it: hidden values, and which reference is whose."""
    references: dict[str, str] = {}
    numbered = A_REFERENCE.sub(lambda found: references.setdefault(found[0], f"reference {len(references)}"), html)
    return A_HIDDEN_VALUE.sub(r"\1", numbered)


def faults_of(html: str, kind: Kind, status: int) -> Iterator[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html) if kind == "page" else parser.parseFragment(html)
    yield from (f"parse error at {place}: {what}" for place, what, _ in parser.errors)
    page = Page(root)
    for look in (_allowed, _content, _ids, _controls, _names, _forms, _links, _headings):
        yield from look(page)
    if kind == "page":
        yield from _whole(page, status)
    else:
        yield from _part(page)


class Page:
    """A parsed page, its elements in order, and the parent of each."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.elements = [each for each in root.iter() if isinstance(each.tag, str) and each.tag != "DOCUMENT_FRAGMENT"]

    def all(self, *tags: str) -> list[Element]:
        return [each for each in self.elements if each.tag in tags]

    def above(self, element: Element) -> Iterator[Element]:
        while element in self.parents:
            element = self.parents[element]
            yield element

    def ids(self) -> list[str]:
        return [each.attrib["id"] for each in self.elements if "id" in each.attrib]


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def shown(element: Element) -> str:
    """How an element looks in a complaint about it."""
    attributes = "".join(f' {name}="{value}"' for name, value in list(element.attrib.items())[:4])
    return f"<{element.tag}{attributes}>"


def _allowed(page: Page) -> Iterator[str]:
    for each in page.elements:
        tag = _plain(each.tag)
        if tag not in markup.ATTRIBUTES:
            yield f"<{tag}> is not an element we use"
            continue
        for name in map(_plain, each.attrib):
            ours = name in markup.EVERYWHERE or name.startswith(markup.EVERYWHERE_BEGINNING)
            if not ours and name not in markup.ATTRIBUTES[tag]:
                yield f"{name} is not an attribute that {shown(each)} may have"
        if int(each.attrib.get("tabindex", 0)) > 0:
            yield f"{shown(each)} jumps the queue of the Tab key"
        if tag == "script" and (not each.attrib.get("src") or text(each)):
            yield "a script stands in the page; it must stand in a file"


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _content(page: Page) -> Iterator[str]:
    for each in page.elements:
        parent = page.parents.get(each)
        if parent is None or not isinstance(parent.tag, str):
            continue
        allowed = markup.CHILDREN.get(parent.tag)
        if allowed is not None and _plain(each.tag) not in allowed:
            yield f"{shown(each)} may not stand in <{parent.tag}>"
        if each.tag in markup.PARENTS and parent.tag not in markup.PARENTS[each.tag] and parent is not page.root:
            yield f"{shown(each)} may not stand in <{parent.tag}>"
        for above in page.above(each):
            if each.tag in markup.NEVER_WITHIN.get(above.tag, ()) and each.attrib.get("type") != "hidden":
                yield f"{shown(each)} may not stand within {shown(above)}"
    yield from (f"{shown(each)} holds nothing" for each in page.all("ul", "ol", "dl", "tr") if not len(each))
    for each in page.all("fieldset"):
        if not len(each) or each[0].tag != "legend":
            yield f"{shown(each)} does not begin with a legend"


def _ids(page: Page) -> Iterator[str]:
    ids = Counter(page.ids())
    yield from (f'the id "{id}" stands {count} times' for id, count in ids.items() if count > 1)
    yield from (f'"{id}" is not an id' for id in ids if not id or id != "".join(id.split()))
    for each in page.elements:
        for name in REFERENCES:
            for id in each.attrib.get(name, "").split():
                if id not in ids:
                    yield f'{shown(each)}: {name} names "{id}", which is not on the page'
        target = each.attrib.get("href", "")
        if target.startswith("#") and len(target) > 1 and target[1:] not in ids:
            yield f"{shown(each)} leads to nothing on the page"


def _controls(page: Page) -> Iterator[str]:
    labels = Counter(each.attrib.get("for") for each in page.all("label"))
    for each in page.all(*CONTROLS):
        if each.attrib.get("type") in SPEECHLESS:
            continue
        if "name" not in each.attrib:
            yield f"{shown(each)} has no name, so that nothing is sent"
        if labels[each.attrib.get("id")] != 1 and not each.attrib.get("aria-label"):
            yield f"{shown(each)} has {labels[each.attrib.get('id')]} labels"
    for each in page.all("label", "legend"):
        if not text(each):
            yield f"{shown(each)} says nothing"


def _names(page: Page) -> Iterator[str]:
    for each in page.all("a", "button", "summary", "caption", "th", "option"):
        pictures = [image.attrib.get("alt") for image in each.iter("img")]
        if not (text(each) or each.attrib.get("aria-label") or any(pictures)):
            yield f"{shown(each)} says nothing"
    yield from (f"{shown(each)} has no alt" for each in page.all("img") if "alt" not in each.attrib)
    for tag in ("nav", "section"):
        named = [each for each in page.all(tag) if not {"aria-label", "aria-labelledby"} & set(each.attrib)]
        yield from (f"{shown(each)} has no name" for each in named)
    doubles = Counter(each.attrib.get("aria-label") for each in page.all("nav"))
    yield from (f'{count} navs are called "{name}"' for name, count in doubles.items() if count > 1)


def _forms(page: Page) -> Iterator[str]:
    for form in page.all("form"):
        sent = {each.attrib.get("name") for each in form.iter("input")}
        if not form.attrib.get("action") or form.attrib.get("method") not in ("get", "post"):
            yield f"{shown(form)} needs an action and a method (get or post)"
        if form.attrib.get("method") == "post" and "csrf_token" not in sent:
            yield f"{shown(form)} has no CSRF token"
        if form.attrib.get("method") == "get" and "csrf_token" in sent:
            yield f"{shown(form)} would put its CSRF token into the address"
        if not any(each.attrib.get("type", "submit") == "submit" for each in form.iter("button")):
            yield f"{shown(form)} has no button"
        if any(name.startswith("hx-") for name in form.attrib) and "id" not in form.attrib:
            yield f"{shown(form)} is exchanged by htmx and has no id to keep the focus by"
    for each in page.all("button"):
        if each.attrib.get("type") not in ("submit", "button"):
            yield f"{shown(each)} does not say whether it sends the form"
        if each.attrib.get("type") == "submit" and not any(above.tag == "form" for above in page.above(each)):
            yield f"{shown(each)} is in no form"


def _links(page: Page) -> Iterator[str]:
    for each in page.all("a"):
        target = each.attrib.get("href", "")
        if not target or target == "#" or target.startswith("javascript:"):
            yield f"{shown(each)} leads nowhere"
        if each.attrib.get("hx-post") or each.attrib.get("hx-delete"):
            yield f"{shown(each)} changes something: it must be a button in a form"
    for each in page.elements:
        asks = [name for name in each.attrib if name in ("hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete")]
        own_action = each.attrib.get("formaction")  # where a button sends its form when no script does
        if asks and each.tag not in ("form", "a") and not own_action:
            yield f"{shown(each)} does nothing without script: htmx belongs on a form or a link"


def _headings(page: Page) -> Iterator[str]:
    before = 0
    for each in page.all(*markup.HEADINGS):
        level = int(each.tag[1])
        if before and level > before + 1:
            yield f"{shown(each)} follows an h{before}"
        if not text(each):
            yield f"{shown(each)} says nothing"
        before = level


def _whole(page: Page, status: int) -> Iterator[str]:
    html = page.root
    if not html.attrib.get("lang"):
        yield "the page does not say its language"
    if html.attrib.get("dir") not in ("ltr", "rtl"):
        yield "the page does not say which way it is written"
    for tag in ("h1", "main", "title"):
        if len(page.all(tag)) != 1:
            yield f"the page has {len(page.all(tag))} <{tag}>"
            return
    title, heading = text(page.all("title")[0]), text(page.all("h1")[0])
    if title.startswith("Error: ") != (status == 422):
        yield f'a page with status {status} has the title "{title}"'
    if not title.removeprefix("Error: ").startswith(heading):
        yield f'the title "{title}" does not begin with the heading "{heading}"'
    if "status" not in page.ids():
        yield "the page has no #status for news"
    if page.elements and _first_link(page) != "#main-content":
        yield "the first link does not skip to the main content"


def _first_link(page: Page) -> str | None:
    return next((each.attrib.get("href") for each in page.all("a")), None)


def _part(page: Page) -> Iterator[str]:
    if len(page.all("h1")) > 1:
        yield "a part of a page has more than one <h1>"
    for each in page.all("html", "body", "main"):
        yield f"a part of a page holds <{each.tag}>"
