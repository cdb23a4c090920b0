"""Closed unless it is theirs: an address with a reference in it opens only to who is signed in to that case."""

from __future__ import annotations

from flask import abort, g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden

from app.services.people import sessions
from app.services.people.sessions import Mine
from app.web import errors, parked
from app.web.furniture import HOME
from app.web.page import go_to
from app.web.sign_in import signed_in

READS = {"GET", "HEAD", "OPTIONS"}


def only_theirs() -> ResponseReturnValue | None:
    """Let nobody but a party into a case: for others there is none. Who was signed out is asked to come back first."""
    reference = (request.view_args or {}).get("reference")
    if reference is None:
        return None
    who = signed_in()
    if who is None:
        return _come_back()
    g.mine = sessions.opens(who, reference)
    return None if g.mine else abort(404)


def mine() -> Mine:
    """Return the case in this address, and as which party whoever is signed in opens it."""
    found: Mine | None = g.get("mine")
    return found or abort(404)


def after_sign_in(wanted: str | None, reference: str) -> str:
    """Return where to go after coming back: a page of this very case, and never another site."""
    home = f"{HOME['resident']}/{reference}"
    ours = (
        wanted
        and (wanted == home or wanted.startswith(f"{home}/"))
        and "//" not in wanted
        and "\\" not in wanted
        and wanted.isprintable()
    )
    return wanted if ours and wanted else home


def _come_back() -> ResponseReturnValue:
    if request.method in READS:
        return go_to("resident.sign_ins.new", next=request.path)
    if parked.park():
        return go_to("resident.sign_ins.new")
    return errors.explain(Forbidden(), *errors.SIGNED_OUT)
