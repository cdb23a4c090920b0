"""The Ombudsman, for anybody to read: who they are, when they can help, and every way to reach them (3.7)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.domain.clock.profiles import profile
from app.web import landlord
from app.web.page import page

bp = Blueprint("ombudsman", __name__, url_prefix="/ombudsman")


@bp.get("")
def show() -> ResponseReturnValue:
    ours = landlord.current()
    theirs = profile(ours.profile).ombudsman
    form = ours.ombudsman.web if ours.ombudsman else theirs.complaint_form
    return page("public/ombudsman/show.html", form=form, months=theirs.months_after_final_answer)
