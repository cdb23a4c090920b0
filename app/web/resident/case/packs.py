"""The pack for the Ombudsman (R25): one page to print."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.db import reading
from app.domain.deed import london_day
from app.now import now
from app.services.case import packs
from app.web.languages import language
from app.web.resident.case.opening import draw
from app.web.resident.guards import mine

bp = Blueprint("packs", __name__, url_prefix="/<reference>/pack")


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    today = london_day(now())
    with reading() as session:
        pack = packs.find(session, mine(), today, language()) or abort(404)
    return draw("resident/packs/show.html", pack.page, pack=pack, today=today)
