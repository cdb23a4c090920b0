"""Closed unless opened: who may enter the staff's area, and who may read or write each noun in it."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden

from app.domain.clock.profiles import Stage
from app.domain.landlord.answerers import may_answer
from app.domain.landlord.permissions import Permission, allows
from app.services.people.sessions import SignedIn
from app.store.landlord.staff import Member
from app.web import errors, landlord, parked
from app.web.furniture import HOME
from app.web.page import go_to
from app.web.sign_in import signed_in

OPEN = ("staff.sign_in.new", "staff.sign_in.create", "staff.set_up.")
"""Where somebody who is not signed in yet must get."""
READS = {"GET", "HEAD", "OPTIONS"}


def guarded(bp: Blueprint, *, may_read: Permission, may_write: Permission, also: Permission | None = None) -> Blueprint:
    """Let only those with these permissions into a noun's pages: for others the noun does not exist.

    `also`: those with this one too, whom its pages let into some cases alone.
    """

    @bp.before_request
    def check() -> None:
        if not may(may_read if request.method in READS else may_write) and not (also and may(also)):
            abort(404)

    return bp


def staff_only() -> ResponseReturnValue | None:
    """Send whoever is not signed in to the door; what they were sending is kept for them."""
    if (request.endpoint or "").startswith(OPEN) or signed_in():
        return None
    if request.method in READS:
        return go_to("staff.sign_in.new", next=request.full_path.rstrip("?"))
    if parked.park():
        return go_to("staff.sign_in.new")
    return errors.explain(Forbidden(), *errors.SIGNED_OUT)


def may(permission: Permission) -> bool:
    """Return whether the member of staff who is signed in has this permission."""
    return allows(me().roles, permission)


def answers(stage: Stage) -> bool:
    """Return whether the member of staff who is signed in may answer a stage, as the landlord has set it."""
    return may_answer(landlord.current(), me().roles, stage)


def me() -> Member:
    """Return the member of staff who is signed in; behind `staff_only` there is one."""
    who: SignedIn | None = signed_in()
    return (who and who.member) or abort(404)


def after_sign_in(wanted: str | None) -> str:
    """Return where to go after signing in: the staff's page that was asked for, and never another site."""
    home = HOME["staff"]
    ours = (
        wanted and wanted.startswith(f"{home}/") and "//" not in wanted and "\\" not in wanted and wanted.isprintable()
    )
    return wanted if ours and wanted else home
