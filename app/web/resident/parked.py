"""What a resident sent after their sign-in had ended, given back to them."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.domain.deed import Actor
from app.web import parked
from app.web.furniture import HOME
from app.web.page import page
from app.web.resident.guards import mine

bp = Blueprint("parked", __name__)


@bp.get("/c/<reference>/unsent")
def show(reference: str) -> ResponseReturnValue:
    owner = Actor("party", f"{mine().case_id}.{mine().party}")
    return page("resident/parked/show.html", unsent=parked.give_back(owner), home=f"{HOME['resident']}/{reference}")
