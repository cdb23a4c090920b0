"""The landlord's colours as a stylesheet, and its logo: their addresses change with them."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, make_response, render_template
from flask.typing import ResponseReturnValue

from app.db import reading
from app.domain.landlord.landlord import Landlord
from app.services.landlord import landlord
from app.web.landlord import colours_of, current, remembered
from app.web.page import go_to

bp = Blueprint("brand", __name__)
A_YEAR = "public, max-age=31536000, immutable"


@bp.get("/brand-<version>.css")
def colours(version: str) -> ResponseReturnValue:
    now = _version_now(version, colours_of)
    if version != now:
        return _elsewhere("colours", now)
    response = make_response(render_template("public/brand.css"))
    response.headers["Content-Type"] = "text/css; charset=utf-8"
    response.headers["Cache-Control"] = A_YEAR
    return response


@bp.get("/logo-<version>")
def logo(version: str) -> ResponseReturnValue:
    with reading() as session:
        picture = landlord.logo(session)
    if picture is None:
        abort(404)
    now = _version_now(version, lambda ours: ours.logo)
    if version != now:
        return _elsewhere("logo", now)
    response = make_response(picture.content)
    response.headers["Content-Type"] = picture.type
    response.headers["Cache-Control"] = A_YEAR
    return response


def _version_now(asked: str, version_of: Callable[[Landlord], str]) -> str:
    """Return which version is ours now; the database is asked only where this process remembers another."""
    if version_of(current()) != asked:
        remembered().forget()
    return version_of(current())


def _elsewhere(endpoint: str, version: str) -> ResponseReturnValue:
    """Lead from a version that is not ours now, of an older page or of nobody's, to the one that is."""
    return go_to(f".{endpoint}", version=version)  # which, unlike the version itself, nobody keeps
