"""What binds a code to the browser that asked for it, and what happens once somebody has come back."""

from __future__ import annotations

from datetime import timedelta

from flask import after_this_request, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from werkzeug import Response

from app.domain.deed import Actor
from app.domain.people.sessions import Kind
from app.services.people import sessions
from app.services.people.sign_ins import Returned
from app.web import parked, sign_in
from app.web.deed import deed
from app.web.page import go_on, go_to
from app.web.resident.guards import after_sign_in

REMEMBERED_FOR = timedelta(minutes=30)
"""Longer than a code is good for, so that one which is too old can be told from a wrong one."""


def remember(token: str) -> None:
    """Bind the code that was asked for to this browser."""

    @after_this_request
    def with_cookie(response: Response) -> Response:
        response.set_cookie(_cookie(), token, max_age=REMEMBERED_FOR, secure=_secure(), httponly=True, samesite="Lax")
        return response


def request_token() -> str | None:
    """Return the token of the code that this browser asked for."""
    return request.cookies.get(_cookie())


def let_in(session: Session, returned: Returned, *, keep: bool) -> None:
    """Sign a party in to their case.

    Whoever was signed in on this browser is signed out, for it may be another person of the same home, unless they
    say that both cases are theirs (`keep`).
    """
    before, device = sign_in.signed_in(), request.user_agent.string
    begun = deed(by=Actor("party", f"{returned.case_id}.{returned.party}"))
    if before is not None and keep:
        token = sessions.open_besides(session, before, returned.case_id, returned.party, device, begun)
    else:
        if before is not None:
            sessions.close(session, before)
        token = sessions.open_for_party(session, returned.case_id, returned.party, device, begun)
    sign_in.begin(Kind.RESIDENT, token)


def welcome(returned: Returned, wanted: str | None = None) -> ResponseReturnValue:
    """Send them on: to what they sent while signed out, or to the page they asked for."""

    @after_this_request
    def without_cookie(response: Response) -> Response:
        response.delete_cookie(_cookie(), secure=_secure(), httponly=True, samesite="Lax")
        return response

    unsent = parked.waiting(Actor("party", f"{returned.case_id}.{returned.party}"))
    if unsent and not unsent.given_back:
        return go_to("resident.parked.show", reference=returned.reference)
    return go_on(after_sign_in(wanted, returned.reference))


def _cookie() -> str:
    return "__Host-coming-back" if _secure() else "coming-back"


def _secure() -> bool:
    return not current_app.config["PLAIN_HTTP"]
