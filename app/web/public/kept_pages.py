"""Pages and files that are the same for everybody are drawn once, and kept as long as what they show stays as it is.

What they show is known by a mark, which costs a row or two to read; a browser that has the page with that mark is told
so (304). Whoever is signed in gets a page of their own: it says when their sign-in ends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, make_response, request
from werkzeug import Response

from app.domain.landlord.landlord import Landlord
from app.web import assets, landlord, sign_in
from app.web.languages import language

WHAT_IT_IS = ("Content-Type", "Content-Disposition")
MOST = 64
"""Pages that a process keeps: a few addresses in a few languages."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was drawn, and what says of it what it is: a page, or a file and its name."""

    data: bytes
    heads: dict[str, str]


class KeptPages:
    """What this process has drawn, of one database."""

    def __init__(self) -> None:
        self.of: Any = None
        self.pages: dict[str, Page] = {}

    def of_database(self, database: Any) -> dict[str, Page]:
        """Return the pages drawn of this database; those of another are forgotten."""
        if self.of is not database or len(self.pages) >= MOST:
            self.of, self.pages = database, {}
        return self.pages


def init_app(app: Flask) -> None:
    """Let this application keep pages."""
    app.extensions["kept_pages"] = KeptPages()


def kept(mark: object, draw: Callable[[], Response]) -> Response:
    """Return the page that `draw` draws, from memory where it was drawn of the same; 304 where the browser has it."""
    if sign_in.signed_in():
        return draw()
    pages = current_app.extensions["kept_pages"].of_database(current_app.extensions["database"])
    tag = _tag(mark)
    response: Response = make_response(b"")
    if request.if_none_match.contains(tag):
        response.status_code = 304
    elif tag in pages:
        response.set_data(pages[tag].data)
        response.headers.update(pages[tag].heads)
    else:
        response = draw()
        heads = {name: response.headers[name] for name in WHAT_IT_IS if name in response.headers}
        pages[tag] = Page(response.get_data(), heads)
    response.set_etag(tag)
    response.vary.update(("Cookie", "HX-Request"))
    # The browser of somebody at risk asks again each time; "Leave this site quickly" wipes what it holds.
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _tag(mark: object) -> str:
    """Return what names the page: its address, its language, who publishes it in which colours, and what it shows.

    Nothing after a question mark: no page shows it, and whoever made it up could have each drawn anew.
    """
    seen = (request.path, language(), _publisher(landlord.current()), assets.assets().url("putright.css"), mark)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:32]


@lru_cache(maxsize=4)
def _publisher(ours: Landlord) -> str:
    """Return what names a landlord as it stands, in every process alike."""
    return hashlib.sha256(repr(ours).encode()).hexdigest()
