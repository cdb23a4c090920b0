"""Which language a page is in: only one whose catalogue a named person has signed off (ruling 27)."""

from __future__ import annotations

from babel import Locale
from flask import Flask, g, has_request_context, request

from app.domain.landlord.landlord import ENGLISH
from app.extensions import babel
from app.web import landlord

LONDON = "Europe/London"


def init_app(app: Flask) -> None:
    """Join Flask-Babel to `app`."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    babel.init_app(app, default_locale="en_GB", default_timezone=LONDON, locale_selector=_locale)
    app.context_processor(lambda: {"language": language(), "direction": direction(language())})


def speak(wanted: str | None) -> None:
    """Give the rest of this request in the language that a person has chosen, if it is offered."""
    if wanted and wanted in landlord.current().languages:
        g.language = wanted


def language() -> str:
    """Return the language of this answer: the one chosen, else the browser's first that is offered."""
    if not has_request_context():
        return ENGLISH
    if "language" not in g:
        g.language = request.accept_languages.best_match(landlord.remembered().landlord.languages) or ENGLISH
    chosen: str = g.language
    return chosen


def direction(of: str) -> str:
    """Return which way the language is written: `ltr` or `rtl`."""
    return "rtl" if Locale.parse(of, sep="-").character_order == "right-to-left" else "ltr"


def _locale() -> str:
    wanted = language()
    return "en_GB" if wanted == ENGLISH else wanted.replace("-", "_")
