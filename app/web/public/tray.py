"""The post tray of a demo: what it would have sent, codes and all. A landlord's own database has no such page."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.db import reading
from app.services.mail import tray
from app.web import landlord
from app.web.page import page

bp = Blueprint("tray", __name__, url_prefix="/tray")


@bp.get("")
def index() -> ResponseReturnValue:
    with reading() as session:
        sent = tray.latest(session)
    if sent is None:
        abort(404)
    return page("public/tray/index.html", sent=sent, site=landlord.current().address)
