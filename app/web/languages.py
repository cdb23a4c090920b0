"""Which language a page is in: only one whose catalogue a named person has signed off (ruling 27)."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Flask, g, has_request_context, request, session

from app.domain.landlord.landlord import ENGLISH
from app.extensions import babel
from app.web import landlord
from app.words import dates
from app.words.catalogues import FOLDER, catalogue
from app.words.languages import direction
from app.words.say import say

LONDON = "Europe/London"
CHOSEN = "language"


def init_app(app: Flask) -> None:
    """Join Flask-Babel to `app`."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(FOLDER)
    babel.init_app(app, default_locale="en_GB", default_timezone=LONDON, locale_selector=_locale)
    # Templates ask the catalogues of words/ themselves: Flask-Babel finds its own anew for each string.
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.before_request(_note_choice)
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
        offered = landlord.last_known().languages
        chosen = session.get(CHOSEN)
        g.language = chosen if chosen in offered else request.accept_languages.best_match(offered) or ENGLISH
    spoken: str = g.language
    return spoken


def phrases() -> dict[str, Any]:
    """Return what the pages of a case say things and days with, in the language of this answer."""
    spoken = language()

    def say_it(thing: object) -> str:
        return say(thing, spoken)

    def day(of: date) -> str:
        return dates.in_full(of, spoken)

    return {"say": say_it, "day": day, "direction_of": direction}


def _note_choice() -> None:
    """Keep the language of a link that leads to the same page in another."""
    if wanted := request.args.get(CHOSEN):
        speak(wanted)
        if g.get("language") == wanted:
            session[CHOSEN] = wanted


def _gettext(message: str) -> str:
    return catalogue(language()).gettext(message)


def _ngettext(singular: str, plural: str, number: int) -> str:
    return catalogue(language()).ngettext(singular, plural, number)


def _locale() -> str:
    wanted = language()
    return "en_GB" if wanted == ENGLISH else wanted.replace("-", "_")
