"""Who is doing something, when, and from which page: made here and nowhere else."""

from __future__ import annotations

from flask import abort, request

from app.domain.deed import Actor, Deed
from app.now import now
from app.web.sign_in import signed_in

LONGEST_KEY = 64
LONGEST_POSITION = 9


def deed(case_id: int | None = None, by: Actor | None = None) -> Deed:
    """Return the deed this request asks for, by whoever is signed in: a resident, as their part in the case.

    Somebody who is signed in by this very request says so with `by`.

    A forged `seen` or `key` ends it with 400; a case that the resident's sign-in does not open, with 404.
    """
    form = request.form
    return Deed(by=by or _actor(case_id), at=now(), seen=_position(form.get("seen")), key=_key(form.get("key")))


def _actor(case_id: int | None) -> Actor:
    who = signed_in()
    if who and who.member:
        return Actor("staff", str(who.member.id))
    if case_id is None:
        return Actor("visitor")
    return (who and who.party_of(case_id)) or abort(404)


def _position(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_POSITION):
        abort(400)
    return int(text)


def _key(text: str | None) -> str | None:
    if text and (len(text) > LONGEST_KEY or not text.replace("-", "").replace("_", "").isalnum()):
        abort(400)
    return text or None
