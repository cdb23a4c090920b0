"""Tables of our own in an annual report: typed or pasted, drawn, changed and taken out (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading
from app.domain.deed import Actor, Deed
from app.domain.figures import own_sums, own_typed
from app.domain.figures import own_tables as tables
from app.domain.figures.edition_states import Part, Place, Stage, Use
from app.domain.figures.own_sums import OwnFault
from app.domain.figures.own_tables import Own
from app.domain.figures.sections import Section
from app.domain.landlord.permissions import Permission
from app.services.figures import own_tables
from app.services.figures.editions import Found
from app.store.landlord import staff
from app.web.attempts import Act, attempt
from app.web.deed import deed
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.figures import edition_pages
from app.web.staff.figures.edition_forms import PressedForm
from app.web.staff.figures.own_table_forms import OwnTableForm, explain
from app.web.staff.guards import guarded
from app.words.figures.own_tables import own_fault_said
from app.words.moments import moment
from app.words.say import say

bp = guarded(
    Blueprint("own_tables", __name__, url_prefix="/reports/<int:number>/tables/<part>"),
    may_read=Permission.WRITE_REPORTS,
    may_write=Permission.WRITE_REPORTS,
)


@bp.get("")
def new(number: int, part: str) -> ResponseReturnValue:
    return _open(edition_pages.found(number), _part(part), 0, OwnTableForm(formdata=None))


@bp.post("")
def create(number: int, part: str) -> ResponseReturnValue:
    """Add a table to a part; of two who add one at once, both do."""
    of, form = _part(part), OwnTableForm()

    def do(session: Session, doing: Deed) -> None:
        own_tables.add(session, number, of, form.draft(), doing)

    return _press(number, of, 0, form, do, lambda: gettext("The table is added."))


@bp.get("/<int:own>")
def edit(number: int, part: str, own: int) -> ResponseReturnValue:
    found, of = edition_pages.found(number), _part(part)
    known = (*found.tables, *edition_pages.taken_out(found))
    table = next((each.table for each in known if (each.part, each.number) == (of, own)), None) or abort(404)
    return _open(found, of, own, OwnTableForm(formdata=None, **asdict(own_typed.draft(table))))


@bp.post("/<int:own>")
def update(number: int, part: str, own: int) -> ResponseReturnValue:
    """Keep it as its next version; who comes second is told, and keeps what they typed."""
    of, form = _kept(number, part, own), OwnTableForm()

    def do(session: Session, doing: Deed) -> None:
        own_tables.change(session, number, tables.place(of, own), form.draft(), doing)

    return _press(number, of, own, form, do, lambda: gettext("Kept."))


@bp.post("/<int:own>/end")
def destroy(number: int, part: str, own: int) -> ResponseReturnValue:
    """Take it out of the report; its versions stay in the record."""
    of, form = _kept(number, part, own), PressedForm()

    def do(session: Session, doing: Deed) -> None:
        own_tables.take_out(session, number, tables.place(of, own), doing)

    def again(status: int) -> Response:
        return _draw(edition_pages.found(number), of, own, _as_it_stands(number, of, own).instead_of(form), status)

    if (refused := attempt(form, deed(), do, again, edition_pages.meanwhile)) is not None:
        return refused
    flash(gettext("The table is taken out."))
    return _back(number, of)


def _press(
    number: int, part: Part, own: int, form: OwnTableForm, do: Act, done: Callable[[], str]
) -> ResponseReturnValue:
    """Do what the form asks, once for its key, and show the report; else ask again, with all that was typed."""

    def again(status: int) -> Response:
        return _draw(edition_pages.found(number), part, own, form, status)

    if (refused := attempt(form, deed(), do, again, edition_pages.meanwhile, explain=explain)) is not None:
        return refused
    flash(done())
    return _back(number, part)


def _open(found: Found, part: Part, own: int, form: OwnTableForm) -> ResponseReturnValue:
    if found.edition.stage is not Stage.BEING_WRITTEN:
        return go_to("staff.editions.show", number=found.edition.number)
    return _draw(found, part, own, form)


def _draw(found: Found, part: Part, own: int, form: OwnTableForm, status: int = 200) -> Response:
    """Draw a table's page; `own` is 0 for one that is not there yet."""
    with reading() as session:
        names, _, _ = staff.everybody(session)
    versions = [
        (_drawn(part, own, each.text), names.get(Actor.parse(each.written_by).staff_id or 0, ""), _on(each.written_at))
        for each in found.written(tables.place(part, own))
    ]
    return page(
        "staff/editions/table.html",
        status=status,
        form=form,
        of=part.value,
        own=own,
        called=say(part, language()),
        place=Place(Use.PART, part.value),
        stands=versions[0] if versions else None,
        faults=[own_fault_said(each, language()) for each in _faults(found.stands(tables.place(part, own)))],
        versions=versions,
        **edition_pages.shared(found),
    )


def _drawn(part: Part, own: int, text: str) -> Section | None:
    table = tables.read(text)
    return None if table is None else tables.section(Own(part, own, table))


def _faults(text: str) -> Iterator[OwnFault]:
    table = tables.read(text)
    return iter(()) if table is None else own_sums.faults(table)


def _as_it_stands(number: int, part: Part, own: int) -> OwnTableForm:
    found = edition_pages.found(number)
    table = tables.read(found.stands(tables.place(part, own)))
    return OwnTableForm(formdata=None, **(asdict(own_typed.draft(table)) if table else {}))


def _part(part: str) -> Part:
    return next((each for each in Part if each.value == part), None) or abort(404)


def _kept(number: int, part: str, own: int) -> Part:
    """Return the part of a table that was ever kept there; 404 for one that never was."""
    of = _part(part)
    return of if edition_pages.found(number).edition.versions(tables.place(of, own)) else abort(404)


def _back(number: int, part: Part) -> ResponseReturnValue:
    return go_to("staff.editions.show", number=number, _anchor=str(Place(Use.PART, part.value)))


def _on(at: datetime) -> str:
    return moment(at, language())
