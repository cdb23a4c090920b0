"""Which language a page is in: only one whose catalogue a named person has signed off (ruling 27)."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel.support import NullTranslations
from flask import Flask, g, has_request_context, request, session
from flask_babel import Domain
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from app.domain.landlord.landlord import ENGLISH
from app.extensions import babel
from app.web import landlord
from app.words import dates, money
from app.words.beginnings import begun
from app.words.catalogues import FOLDER, catalogue
from app.words.languages import direction
from app.words.say import say


class Catalogues(Domain):
    """The catalogues of words/, which Flask-Babel would look for anew at each string."""

    def get_translations(self) -> NullTranslations:
        """Return the catalogue of the language of this answer."""
        return catalogue(language())


CATALOGUES = Catalogues()
LONDON = "Europe/London"
CHOSEN = "language"


def init_app(app: Flask) -> None:
    """Join Flask-Babel to `app`."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(FOLDER)
    babel.init_app(app, default_locale="en_GB", default_timezone=LONDON, locale_selector=_locale)
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.jinja_env.filters["begun"] = begun
    app.jinja_env.globals |= {"_": _gettext, "gettext": _gettext, "ngettext": _ngettext}
    app.before_request(CATALOGUES.as_default)
    app.before_request(_note_choice)
    app.context_processor(lambda: {"language": language(), "direction": direction(language())})


def speak(wanted: str | None) -> None:
    """Give the rest of this request in the language that a person has chosen, if it is offered."""
    if wanted and wanted in landlord.current().languages:
        g.language = wanted


def language() -> str:
    """Return the language of this answer: the one chosen, else the browser's first that is offered."""
    try:
        known: str | None = g.get("language")  # asked at each string of a page, so in one look
    except RuntimeError:  # outside of any application
        return ENGLISH
    return known or _find_language()


def _find_language() -> str:
    if not has_request_context():
        return ENGLISH
    offered = landlord.last_known().languages
    chosen = session.get(CHOSEN)
    g.language = chosen if chosen in offered else request.accept_languages.best_match(offered) or ENGLISH
    return str(g.language)


def phrases() -> dict[str, Any]:
    """Return what the pages of a case say things and days with, in the language of this answer."""
    spoken = language()

    def say_it(thing: object) -> str:
        return say(thing, spoken)

    def day(of: date) -> str:
        return dates.in_full(of, spoken)

    def pounds(pence: int) -> str:
        return money.pounds(pence, spoken)

    return {"say": say_it, "day": day, "pounds": pounds, "direction_of": direction}


def _note_choice() -> None:
    """Keep the language of a link that leads to the same page in another."""
    if wanted := request.args.get(CHOSEN):
        speak(wanted)
        if g.get("language") == wanted:
            session[CHOSEN] = wanted


@pass_eval_context
def _gettext(within: EvalContext, message: str, **values: object) -> str:
    """What Jinja's own would return, without three calls between."""
    said = catalogue(language()).gettext(message)
    words = Markup(said) if within.autoescape else said  # noqa: S704 -- our own words; values are escaped
    return words % values if "%" in said else words


@pass_eval_context
def _ngettext(within: EvalContext, singular: str, plural: str, number: int, **values: object) -> str:
    said = catalogue(language()).ngettext(singular, plural, number)
    return (Markup(said) if within.autoescape else said) % ({"num": number} | values)  # noqa: S704


def _locale() -> str:
    wanted = language()
    return "en_GB" if wanted == ENGLISH else wanted.replace("-", "_")
