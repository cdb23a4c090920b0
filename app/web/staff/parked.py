"""What a member of staff sent after their sign-in had ended, given back to them."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.domain.deed import Actor
from app.web import parked
from app.web.page import page
from app.web.staff.guards import me

bp = Blueprint("parked", __name__)


@bp.get("/unsent")
def show() -> ResponseReturnValue:
    return page("staff/parked/show.html", unsent=parked.give_back(Actor("staff", str(me().id))))
