"""A form that was sent after the sign-in had ended: kept, and given back after signing in again."""

from __future__ import annotations

from flask import abort, request

from app.db import reading, writing
from app.domain.deed import Actor
from app.now import now
from app.services.people import parked
from app.store.people.parked import Parked
from app.web import sign_in
from app.web.errors import typed


def park() -> bool:
    """Keep the form that this request carries; returns whether we know whose it was."""
    token = sign_in.token()
    fields = typed()
    if request.method != "POST" or not token or not fields:
        return False
    form = Parked(request.full_path.rstrip("?"), fields, now())
    with writing() as session:
        return parked.keep(session, token, (request.view_args or {}).get("reference"), form)


def waiting(owner: Actor) -> Parked | None:
    """Return the form that this person sent while signed out, if there is one."""
    with reading() as session:
        return parked.waiting(session, owner, now())


def give_back(owner: Actor) -> Parked:
    """Return the form that this person sent while signed out, or end the request with 404."""
    found = waiting(owner) or abort(404)
    if not found.given_back:
        with writing() as session:
            parked.give_back(session, owner)
    return found
