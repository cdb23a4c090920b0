"""The landlord's colours as a stylesheet, and its logo: the browser may keep both for an hour."""

from __future__ import annotations

from flask import Blueprint, abort, make_response, render_template
from flask.typing import ResponseReturnValue

from app.db import reading
from app.services.landlord import landlord

bp = Blueprint("brand", __name__)
AN_HOUR = "public, max-age=3600"


@bp.get("/brand.css")
def colours() -> ResponseReturnValue:
    response = make_response(render_template("public/brand.css"))
    response.headers["Content-Type"] = "text/css; charset=utf-8"
    response.headers["Cache-Control"] = AN_HOUR
    return response


@bp.get("/logo")
def logo() -> ResponseReturnValue:
    with reading() as session:
        picture = landlord.logo(session)
    if picture is None:
        abort(404)
    response = make_response(picture.content)
    response.headers["Content-Type"] = picture.type
    response.headers["Cache-Control"] = AN_HOUR
    return response
