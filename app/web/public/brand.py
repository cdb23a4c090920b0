"""The landlord's colours as a stylesheet, and its logo: their addresses change with them."""

from __future__ import annotations

from flask import Blueprint, abort, make_response, render_template
from flask.typing import ResponseReturnValue

from app.db import reading
from app.services.landlord import landlord

bp = Blueprint("brand", __name__)
A_YEAR = "public, max-age=31536000, immutable"


@bp.get("/brand-<version>.css")
def colours(version: str) -> ResponseReturnValue:
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
    response = make_response(picture.content)
    response.headers["Content-Type"] = picture.type
    response.headers["Cache-Control"] = A_YEAR
    return response
