"""Groups and known problems: all there are, and one with its complaints and what their answers share (ruling 20)."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import NamedTuple

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading
from app.domain.case.bindings import people
from app.domain.case.group_states import Binding
from app.domain.case.phases import Phase
from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import groups
from app.services.case.groups import GroupPage
from app.store.case.groups import GroupLine, MemberLine
from app.web import pages
from app.web.attempts import Act, attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language, phrases
from app.web.page import go_to, page
from app.web.staff.case.group_forms import CommonForm, NameForm, called
from app.web.staff.case.links import OtherForm
from app.web.staff.case.opening import meanwhile
from app.web.staff.guards import guarded, may, me
from app.words.dates import short_with_year
from app.words.moments import moment
from app.words.say import say

bp = guarded(
    Blueprint("groups", __name__, url_prefix="/groups"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.ACKNOWLEDGE,
)
KEY = (pages.number,)
OF_MEMBERS = (pages.day, pages.number)


class Line(NamedTuple):
    """One group, said."""

    number: int
    called: str
    binding: str
    people: int
    complaints: int
    lead: str


class Shown(NamedTuple):
    """One complaint of it, said."""

    reference: str
    resident: str
    stands: str
    next_on: str
    handler: str


@bp.get("")
def index() -> ResponseReturnValue:
    with reading() as session:
        found = groups.lines(session, me(), pages.place(*KEY))
    return page("staff/groups/index.html", rows=[_line(each) for each in found.lines], links=pages.links(found))


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return _draw(_page(number))


@bp.post("/<int:number>")
def rename(number: int) -> ResponseReturnValue:
    form, found = NameForm(), _page(number)
    form.know(found.present)
    return _press(found, form, lambda session, doing: groups.change(session, number, form.draft(), doing))


@bp.post("/<int:number>/members")
def add(number: int) -> ResponseReturnValue:
    """Put a complaint in it, by its reference."""
    form = OtherForm()

    def do(session: Session, doing: Deed) -> None:
        groups.put_in(session, form.reference, number, replace(doing, seen=None))

    return _press(_page(number), form, do)


@bp.post("/<int:number>/common-part")
def write(number: int) -> ResponseReturnValue:
    """Write what its answers share, as the next version."""
    form = CommonForm()

    def do(session: Session, doing: Deed) -> None:
        groups.write_common(session, me(), number, form.words.data or "", doing, form.points.data or "")

    return _press(_page(number), form, do)


def _page(number: int) -> GroupPage:
    with reading() as session:
        return groups.find(session, me(), number, pages.place(*OF_MEMBERS)) or abort(404)


def _press(found: GroupPage, form: Form, do: Act) -> ResponseReturnValue:
    """Do what the form asks, once for its key, and show the group; else ask again, with every word typed."""

    def again(status: int) -> Response:
        return _draw(_page(found.group.id) if status == HTTPStatus.CONFLICT else found, form, status)

    if (refused := attempt(form, deed(), do, again, _meanwhile)) is not None:
        return refused
    flash(gettext("Kept."))
    return go_to(".show", number=found.group.id)


def _meanwhile(changed: Changed) -> str:
    if not changed.since:
        return meanwhile(changed)
    return gettext("Somebody changed this meanwhile. Your words are still here: look, then send them again.")


def _draw(found: GroupPage, form: Form | None = None, status: int = 200) -> Response:
    group, part = found.group, found.parts[0] if found.parts else None
    named = NameForm(formdata=None, name=group.name, lead=str(group.lead))
    named.know(found.present)
    mine: dict[type[Form], Form] = {
        NameForm: named,
        OtherForm: OtherForm(formdata=None),
        CommonForm: CommonForm(formdata=None, obj=part),
    }
    if form is not None:
        mine[type(form)] = form
    return page(
        "staff/groups/show.html",
        status=status,
        form=form,
        found=found,
        group=group,
        called=called(group.id, group.name),
        people=people(group.binding, *found.counted[:3]),
        rows=[_row(each) for each in found.members.lines],
        links=pages.links(found.members),
        named=mine[NameForm],
        other=mine[OtherForm],
        common=mine[CommonForm],
        may_write=may(Permission.ACKNOWLEDGE),
        versions=[
            (each, found.names.get(each.written_by, ""), moment(each.written_at, language())) for each in found.parts
        ],
        **phrases(),
    )


def _line(line: GroupLine) -> Line:
    binding = Binding(line.binding)
    about = people(binding, line.complaints, line.added, line.most)
    return Line(line.id, called(line.id, line.name), say(binding, language()), about, line.complaints, line.lead or "")


def _row(line: MemberLine) -> Shown:
    stands = gettext("Stage %(number)s", number=line.stage)
    return Shown(
        line.reference,
        line.resident or "",
        f"{stands}: {say(Phase(line.phase), language())}",
        short_with_year(line.next_on, language()) if line.next_on else "",
        line.handler or "",
    )
