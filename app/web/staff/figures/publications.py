"""The governing body's response to an annual report, its publication beside it, and taking it back (8.2)."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.figures import editions
from app.web.attempts import Act, attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.staff.figures import edition_pages
from app.web.staff.figures.edition_forms import BoardForm, PressedForm, WithdrawalForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("publications", __name__, url_prefix="/reports/<int:number>"),
    may_read=Permission.PUBLISH_REPORTS,
    may_write=Permission.PUBLISH_REPORTS,
)


@bp.get("/response")
def respond(number: int) -> ResponseReturnValue:
    found = edition_pages.found(number)
    given = found.edition.response
    if given is None:
        return _draw("response", number, BoardForm(formdata=None))
    said = {"name": found.said(given.name), "on": given.on, "words": found.said(given.words)}
    return _draw("response", number, BoardForm(formdata=None, **said))


@bp.post("/response")
def put_response(number: int) -> ResponseReturnValue:
    form = BoardForm()

    def do(session: Session, doing: Deed) -> None:
        editions.respond(session, number, form.draft(), doing)

    return _press("response", number, form, do, lambda: gettext("The response stands beside the report."))


@bp.get("/publication")
def new(number: int) -> ResponseReturnValue:
    return _draw("publication", number, PressedForm(formdata=None))


@bp.post("/publication")
def create(number: int) -> ResponseReturnValue:
    def do(session: Session, doing: Deed) -> None:
        editions.publish(session, number, doing)

    return _press("publication", number, PressedForm(), do, lambda: gettext("It is published: everybody can read it."))


@bp.get("/withdrawal")
def withdraw(number: int) -> ResponseReturnValue:
    return _draw("withdrawal", number, WithdrawalForm(formdata=None))


@bp.post("/withdrawal")
def destroy(number: int) -> ResponseReturnValue:
    form = WithdrawalForm()

    def do(session: Session, doing: Deed) -> None:
        editions.withdraw(session, number, form.reason.data or "", doing)

    return _press("withdrawal", number, form, do, lambda: gettext("It is withdrawn."))


def _press(template: str, number: int, form: Form, do: Act, done: Callable[[], str]) -> ResponseReturnValue:
    """Do what the form asks, once for its key, and show the report; else ask again, with every word typed."""

    def again(status: int) -> Response:
        return _draw(template, number, form, status)

    if (refused := attempt(form, deed(), do, again, edition_pages.meanwhile)) is not None:
        return refused
    flash(done())
    return go_to("staff.editions.show", number=number)


def _draw(template: str, number: int, form: Form, status: int = 200) -> Response:
    found = edition_pages.found(number)
    return page(f"staff/editions/{template}.html", status=status, form=form, **edition_pages.shared(found))
