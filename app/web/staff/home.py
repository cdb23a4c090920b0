"""Where somebody who has signed in begins: with what is theirs to do."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.domain.landlord.permissions import Permission
from app.web.page import go_to
from app.web.staff.guards import may

bp = Blueprint("home", __name__)


@bp.get("")
def show() -> ResponseReturnValue:
    return go_to("staff.jobs.index" if may(Permission.WORK_AS_CONTRACTOR) else "staff.duties.index")
