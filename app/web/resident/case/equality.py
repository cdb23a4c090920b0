"""Equality: asked beside the survey too, of whoever likes; nothing of it is kept with the case (R15, R30)."""

from __future__ import annotations

from flask import Blueprint, abort, flash, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.db import writing
from app.web.equality_form import EqualityForm
from app.web.page import go_to
from app.web.resident.case.opening import draw, opened

bp = Blueprint("equality", __name__, url_prefix="/<reference>/about-you")


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    return _ask(reference, EqualityForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = EqualityForm()
    if opened().complaint.survey is None:
        abort(404)
    if not form.validate_on_submit():
        return _ask(reference, form, 422)
    with writing() as session:
        form.keep(session)
    flash(gettext("Thank you. Your answers are kept apart from your complaint."))
    return go_to("resident.case.complaints.show", reference=reference)


def _ask(reference: str, form: EqualityForm, status: int = 200) -> ResponseReturnValue:
    case = opened()
    if case.complaint.survey is None:
        abort(404)
    return draw(
        "public/equality/show.html",
        case,
        form=form,
        status=status,
        back=url_for("resident.case.surveys.show", reference=reference),
        action=url_for("resident.case.equality.create", reference=reference),
    )
