"""Write an improvement, begun from what was learnt as a complaint was closed, or from nothing (9.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.oversight import improvements
from app.web import landlord
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.page import go_to, page
from app.web.pressed import by_key
from app.web.staff.guards import guarded, me
from app.web.staff.oversight.improvement_forms import ImprovementForm, meanwhile

bp = guarded(
    Blueprint("new_improvements", __name__, url_prefix="/improvements"),
    may_read=Permission.WRITE_IMPROVEMENTS,
    may_write=Permission.WRITE_IMPROVEMENTS,
)


@bp.get("/new")
def new() -> ResponseReturnValue:
    return _ask(ImprovementForm(formdata=None, **_from(request.args.get("from", ""))))


@bp.post("")
def create() -> ResponseReturnValue:
    form, member = ImprovementForm(), me()

    def do(session: Session, doing: Deed) -> None:
        improvements.begin(session, form.draft(), form.references, member, doing)

    refused = attempt(form, deed(), do, lambda status: _ask(form, status), meanwhile, press=by_key)
    if refused is not None:
        return refused
    flash(gettext("Kept. Nobody outside can read it yet."))
    return go_to("staff.improvements.index")


def _ask(form: ImprovementForm, status: int = 200) -> Response:
    form.know(landlord.current())
    return page("staff/improvements/new.html", status=status, form=form)


def _from(reference: str) -> Mapping[str, Any]:
    """Return what a form begins with: what was learnt from a complaint, where one is named."""
    if not reference:
        return {}
    with reading() as session:
        found = improvements.candidates(session, me(), reference)
    if not found:
        abort(404)
    return {"learnt": found[0].learning, "cases": found[0].reference}
