"""What stands round every page, drawn by templates/base.html: help, languages, the ways in and out."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import Any
from uuid import uuid4

from flask import Flask, current_app, request
from flask_babel import lazy_gettext as _l
from jinja2 import Environment

from app.domain.clock.profiles import Body, profile
from app.domain.landlord.landlord import Landlord, OmbudsmanContact
from app.domain.people.sessions import LIFETIMES, Kind
from app.web import landlord, languages, sign_in
from app.words import interpreters
from app.words.languages import direction, name

HOME = {"public": "/", "resident": "/c", "staff": "/staff"}
LEAVE = "/leave"
STAY = {Kind.RESIDENT: "/c/stay", Kind.STAFF: "/staff/stay"}
WARN_BEFORE = timedelta(minutes=5)
FOOTER = (
    {"href": "/how-complaints-work", "text": _l("How complaints work")},
    {"href": "/performance", "text": _l("How we are doing")},
    {"href": "/you-said-we-did", "text": _l("You said, we did")},
    {"href": "/ombudsman", "text": _l("The Ombudsman")},
    {"href": "/staying-safe", "text": _l("Staying safe")},
    {"href": "/contact", "text": _l("Contact us")},
    {"href": "/accessibility", "text": _l("Accessibility")},
    {"href": "/privacy", "text": _l("Privacy")},
    {"href": "/cookies", "text": _l("Cookies")},
)
OMBUDSMEN = {
    Body.HOUSING_OMBUDSMAN: _l("Housing Ombudsman"),
    Body.SPSO: _l("Scottish Public Services Ombudsman"),
}


def init_app(app: Flask) -> None:
    """Give every page of `app` its furniture, and every form its key."""
    app.context_processor(furniture)
    app.jinja_env.globals["form_key"] = form_key


def furniture() -> dict[str, Any]:
    """Return what base.html asks for beside the page's own words."""
    ours = landlord.remembered().landlord
    return {
        **standing(current_app.jinja_env, ours, languages.language()),
        "brand_url": landlord.brand_url(),
        "logo_url": landlord.logo_url(),
        "home_url": HOME.get((request.blueprint or "").split(".")[0], "/"),
        "leave_url": LEAVE,
        "navigation": (),
        "stay": stay() if sign_in.signed_in() else None,
    }


def form_key() -> str:
    """Return a form's idempotency key: a form shown again keeps the one that it was sent with."""
    return request.form.get("key") or uuid4().hex


def stay() -> dict[str, Any]:
    """Return after how many idle seconds a sign-in ends, when to ask first, and where the answer goes."""
    area = sign_in.area()
    idle = LIFETIMES[area].idle
    return {"href": STAY[area], "warn_after": (idle - WARN_BEFORE).seconds, "end_after": idle.seconds}


@lru_cache(maxsize=64)
def standing(jinja: Environment, ours: Landlord, spoken: str) -> dict[str, Any]:
    """Return what is the same on every page in one language: drawn once, because it is half of what a page costs."""
    speakers = interpreters.lines(ours.interpreter_languages, ours.phone)
    draw: Any = jinja.get_template("components/furniture.html").module
    return {
        "ombudsman": ombudsman(ours),
        "language_links": draw.language_links(offered(ours, spoken), speakers),
        "staff_language_links": draw.language_links(offered(ours, spoken), ()),
        "help": draw.help_block(ours, ombudsman(ours)),
        "language_lines": draw.language_lines(speakers),
        "footer_links": [link | {"text": str(link["text"])} for link in FOOTER],
    }


def ombudsman(ours: Landlord) -> OmbudsmanContact:
    """Return how to reach the Ombudsman: as the landlord says, else as its profile does."""
    theirs = profile(ours.profile).ombudsman
    return ours.ombudsman or OmbudsmanContact(str(OMBUDSMEN[theirs.body]), theirs.phone, theirs.website, theirs.post)


def offered(ours: Landlord, spoken: str) -> list[dict[str, object]]:
    """Return the languages this page can be read in, each called by its own name."""
    return [
        {
            "code": code,
            "dir": direction(code),
            "name": name(code),
            "href": f"?language={code}",
            "current": code == spoken,
        }
        for code in ours.languages
    ]
