"""A page, or the one block of it that htmx asked for; and the way on after something was done."""

from __future__ import annotations

from typing import Any

from flask import current_app, make_response, render_template, request, url_for
from werkzeug import Response


def asked_by_htmx() -> bool:
    """Return whether htmx wants a block of the page; a boosted link, or its history, wants the whole."""
    asked = request.htmx  # type: ignore[attr-defined]
    return bool(asked) and not asked.boosted and not asked.history_restore_request


def page(template: str, *, fragment: str | None = None, status: int = 200, **context: Any) -> Response:
    """Return `template` rendered, or only its `fragment` block (and the page's title) when htmx asks."""
    context["status"] = status
    if fragment and asked_by_htmx():
        body = "".join(_blocks(template, ("head_title", fragment), context))
    else:
        body = render_template(template, **context)
    response = make_response(body, status)
    response.vary.add("HX-Request")
    return response


def go_to(endpoint: str, **values: Any) -> Response:
    """Send the person on to another page of ours: 303, or for htmx, which would swallow that, a header."""
    return go_on(url_for(endpoint, **values))


def go_on(address: str) -> Response:
    """Send the person on, as `go_to` does, to an address within this site."""
    place, status = ("HX-Redirect", 204) if asked_by_htmx() else ("Location", 303)
    response = make_response("", status)
    response.headers[place] = address
    response.vary.add("HX-Request")
    return response


def _blocks(template: str, names: tuple[str, ...], context: dict[str, Any]) -> list[str]:
    ours, base = (current_app.jinja_env.get_template(name) for name in (template, "base.html"))
    current_app.update_template_context(context)
    shown = ours.new_context(context)
    for name, block in base.blocks.items():  # base's title is made of the page's
        shown.blocks.setdefault(name, []).append(block)
    return ["".join(shown.blocks[name][0](shown)) for name in names]
