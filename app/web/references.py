"""A complaint's reference within the words of a page: in one line, because it is copied and read out whole."""

from __future__ import annotations

import re

from flask import Flask
from markupsafe import Markup, escape

REFERENCE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


def init_app(app: Flask) -> None:
    """Let templates write `text | unbroken`."""
    app.jinja_env.filters["unbroken"] = unbroken


def unbroken(text: object) -> Markup:
    """Return the text with each reference kept in one line; it stays as it was when it is copied."""
    return Markup(REFERENCE.sub(r'<span class="reference">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped
