"""Signing an annual report off: figures and words stay as they are from then on (8.1)."""

from __future__ import annotations

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.domain.deed import Deed
from app.domain.figures.edition_states import Stage
from app.domain.landlord.permissions import Permission
from app.domain.oversight.improvements import mark
from app.services.figures import editions
from app.services.figures.editions import Found
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.page import go_to, page
from app.web.staff.figures import edition_pages
from app.web.staff.figures.edition_forms import SignatureForm
from app.web.staff.guards import guarded, me

bp = guarded(
    Blueprint("signatures", __name__, url_prefix="/reports/<int:number>/signature"),
    may_read=Permission.SIGN_REPORTS,
    may_write=Permission.SIGN_REPORTS,
)


@bp.get("")
def new(number: int) -> ResponseReturnValue:
    found = edition_pages.found(number)
    if found.edition.stage is not Stage.BEING_WRITTEN:
        return go_to("staff.editions.show", number=number)
    return _draw(found, SignatureForm(formdata=None, name=me().name))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    form = SignatureForm()

    def do(session: Session, doing: Deed) -> None:
        editions.sign(session, number, form.draft(), doing)

    def again(status: int) -> Response:
        return _draw(edition_pages.found(number), form, status)

    if (refused := attempt(form, deed(), do, again, edition_pages.meanwhile)) is not None:
        return refused
    flash(gettext("It is signed. It is published once the governing body’s response stands beside it."))
    return go_to("staff.editions.show", number=number)


def _draw(found: Found, form: SignatureForm, status: int = 200) -> Response:
    return page(
        "staff/editions/signature.html",
        status=status,
        form=form,
        read=mark(found.lessons),
        **edition_pages.shared(found),
        **edition_pages.standing(found),
    )
