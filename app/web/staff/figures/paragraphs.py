"""One paragraph of an annual report: what the Code asks of it, what the figures say, and every version of it (8.1)."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading
from app.domain.deed import Actor, Deed
from app.domain.figures.edition_states import PARTS, Place, Stage
from app.domain.landlord.permissions import Permission
from app.services.figures import editions
from app.services.figures.editions import Found
from app.store.landlord import staff
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.figures import edition_pages
from app.web.staff.figures.edition_forms import ParagraphForm, PressedForm
from app.web.staff.guards import guarded
from app.words.moments import moment

bp = guarded(
    Blueprint("paragraphs", __name__, url_prefix="/reports/<int:number>/paragraphs"),
    may_read=Permission.WRITE_REPORTS,
    may_write=Permission.WRITE_REPORTS,
)


@bp.get("/<name>")
def new(number: int, name: str) -> ResponseReturnValue:
    found, place = _wanted(number, name)
    if found.edition.stage is not Stage.BEING_WRITTEN:
        return go_to("staff.editions.show", number=number)
    return _draw(found, place, ParagraphForm(formdata=None, words=found.stands(place)))


@bp.post("/<name>")
def create(number: int, name: str) -> ResponseReturnValue:
    """Keep it as its next version; who comes second is told, and keeps their words."""
    (found, place), form = _wanted(number, name), ParagraphForm()

    def do(session: Session, doing: Deed) -> None:
        editions.write(session, number, place, form.words.data or "", doing)

    def again(status: int) -> Response:
        return _draw(edition_pages.found(number), place, form, status)

    if (refused := attempt(form, deed(), do, again, edition_pages.meanwhile)) is not None:
        return refused
    flash(gettext("Kept.") if form.words.data else _emptied(found, place))
    return go_to("staff.editions.show", number=found.edition.number, _anchor=str(place))


@bp.post("")
def hold(number: int) -> ResponseReturnValue:
    """Say that all that was written beside other figures holds beside those that are here now."""
    form = PressedForm()

    def do(session: Session, doing: Deed) -> None:
        editions.hold(session, number, doing)

    def again(status: int) -> Response:
        return edition_pages.draw(number, form, status)

    edition_pages.found(number)
    if (refused := attempt(form, deed(), do, again, edition_pages.look_again)) is not None:
        return refused
    flash(gettext("What was written before holds beside the new figures."))
    return go_to("staff.editions.show", number=number)


def _emptied(found: Found, place: Place) -> str:
    """Return what is said of a paragraph that was saved without words."""
    called = edition_pages.titled(found, place)
    if found.drafted.get(place):
        return gettext("“%(called)s” is empty now: not even our own sentences stand there.", called=called)
    return gettext("“%(called)s” is empty now: nothing stands there.", called=called)


def _wanted(number: int, name: str) -> tuple[Found, Place]:
    """Return the edition and the place in it that the address names; 404 where either is not there."""
    found, place = edition_pages.found(number), Place.parse(name)
    if place is None:
        abort(404)
    edition_pages.titled(found, place)
    return found, place


def _draw(found: Found, place: Place, form: ParagraphForm, status: int = 200) -> Response:
    with reading() as session:
        names, _, _ = staff.everybody(session)
    return page(
        "staff/editions/paragraph.html",
        status=status,
        form=form,
        place=place,
        called=edition_pages.titled(found, place),
        asked=edition_pages.asked(place),
        section=None if place in PARTS else edition_pages.section_of(found, place),
        is_old=edition_pages.is_old(found, place),
        draft=found.drafted.get(place, ""),
        versions=[
            (each.text, names.get(Actor.parse(each.written_by).staff_id or 0, ""), moment(each.written_at, language()))
            for each in found.written(place)
        ],
        **edition_pages.shared(found),
    )
