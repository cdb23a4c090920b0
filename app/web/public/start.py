"""The start (R1): danger first, then the ways to complain, and the way back in."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.web.page import page
from app.web.public.case import held

bp = Blueprint("start", __name__)


@bp.get("/")
def show() -> ResponseReturnValue:
    return page("public/start/show.html", begun=held.holds_draft())
