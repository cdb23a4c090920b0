"""The return code of somebody who chose letters, to print and put into the envelope with their receipt (ruling 2)."""

from __future__ import annotations

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from app.db import reading
from app.domain.landlord.permissions import Permission
from app.services.mail import return_codes
from app.web.page import page
from app.web.staff.guards import guarded, me
from app.web.staff.looking import looked
from app.web.tries import lookup_key

bp = guarded(
    Blueprint("return_codes", __name__, url_prefix="/complaints/<reference>/return-code/sheet"),
    may_read=Permission.POST_LETTERS,
    may_write=Permission.POST_LETTERS,
)


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    with reading() as session:
        path = url_for("resident.sign_ins.new")
        sheet = return_codes.sheet(session, me(), reference, lookup_key(), path) or abort(404)
    looked(sheet.case_id)
    return page("staff/return_codes/show.html", reference=reference, sheet=sheet)
