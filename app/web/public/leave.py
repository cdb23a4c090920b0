"""Leave quickly: the sign-in ends, the browser forgets what it holds of us, and the weather takes our place (R4a)."""

from __future__ import annotations

from flask import Blueprint, make_response
from flask import session as cookie
from flask.typing import ResponseReturnValue

from app.db import writing
from app.domain.people.sessions import Kind
from app.services.people import sessions
from app.web import sign_in
from app.web.furniture import LEAVE
from app.web.headers import forget_everything

bp = Blueprint("leave", __name__)

SOMEWHERE_ELSE = "https://www.bbc.co.uk/weather"


@bp.get(LEAVE)
def show() -> ResponseReturnValue:
    who = sign_in.signed_in()
    if who:
        with writing() as session:
            sessions.close(session, who)
    sign_in.end(Kind.RESIDENT)
    cookie.clear()
    away = make_response("", 303)
    away.headers["Location"] = SOMEWHERE_ELSE
    return forget_everything(away)
