"""Fill a page's form as a person would: what it holds already stays, and its hidden fields go with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def press(client: FlaskClient, url: str, typed: Mapping[str, str] | None = None, *, form: int = 0) -> TestResponse:
    """Open the page, fill in its first form (or the one of that number) that is posted, and send it."""
    address, holds = opened(client, url, form=form)
    return client.post(address, data=holds | dict(typed or {}))


def opened(client: FlaskClient, url: str, *, form: int = 0) -> tuple[str, dict[str, str]]:
    """Open the page, and return where the form of that number goes and what it holds before anything is typed."""
    page = client.get(url)
    assert page.status_code == 200, page.status
    found = posted(page.text)[form]
    return found.get("action") or url, dict(held(found))


def posted(html: str) -> list[Element]:
    """Return the forms of a page that are posted, in order."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    forms = [form for form in tree.iter("form") if (form.get("method") or "").lower() == "post"]
    return [form for form in forms if "/sign-in" not in (form.get("action") or "")]


def held(form: Element) -> Iterator[tuple[str, str]]:
    """Yield what a form holds, as a browser sends it when nothing more is filled in."""
    for field in form.iter("input"):
        if field.get("type") not in ("checkbox", "radio") or "checked" in field.attrib:
            yield field.get("name", ""), field.get("value", "")
    for area in form.iter("textarea"):
        yield area.get("name", ""), (area.text or "").removeprefix("\n")
    for choice in form.iter("select"):
        options = list(choice.iter("option"))
        chosen = [option for option in options if "selected" in option.attrib] or options[:1]
        yield from ((choice.get("name", ""), option.get("value", "")) for option in chosen)
