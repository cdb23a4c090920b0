"""Equality: the very last questions, for whoever likes; they are kept apart from the complaint (R15)."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.db import writing
from app.web.equality_form import EqualityForm
from app.web.page import go_to, page
from app.web.public.case import held

bp = Blueprint("equality", __name__, url_prefix="/more/about-you")


@bp.get("")
def show() -> ResponseReturnValue:
    return _ask(EqualityForm())


@bp.post("")
def create() -> ResponseReturnValue:
    form = EqualityForm()
    if not form.validate_on_submit():
        return _ask(form, 422)
    with writing() as session:
        form.keep(session)
    return go_to("public.case.sent.show")


def _ask(form: EqualityForm, status: int = 200) -> ResponseReturnValue:
    sent = held.sent_now()
    if sent is None:
        return go_to("resident.sign_ins.new")
    return page(
        "public/equality/show.html",
        form=form,
        status=status,
        back=url_for("public.case.sent.show"),
        action=url_for("public.case.equality.create"),
        leave_button=not sent.is_safe,
    )
