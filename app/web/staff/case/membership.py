"""Whether a complaint is in a group, or of a known problem: put it in one, begin one with it, or take it out."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.case.group_states import Membership
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import groups
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.group_forms import BeginForm, GroupForm, called
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, me

bp = guarded(
    Blueprint("membership", __name__, url_prefix="/complaints/<reference>/group"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    return _ask(desk(), GroupForm(formdata=None))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = GroupForm()
    with reading() as session:
        form.know(groups.every(session, me()))

    def do(session: Session, doing: Deed) -> None:
        groups.put_in(session, reference, form.number, doing)

    return act(form, do, _ask, gettext("It is put with the others. Its dates and its answer stay its own."))


@bp.post("/new")
def begin(reference: str) -> ResponseReturnValue:
    form = BeginForm()
    form.know(desk().present)

    def do(session: Session, doing: Deed) -> None:
        groups.begin(session, reference, form.draft(), doing)

    return act(form, do, _ask, gettext("It is begun, with this complaint as the first. Put others with it."))


@bp.post("/end")
def destroy(reference: str) -> ResponseReturnValue:
    def do(session: Session, doing: Deed) -> None:
        groups.take_out(session, reference, doing)

    return act(Form(), do, _ask, gettext("It is taken out, and goes on alone."))


def of_case(mine: Membership) -> dict[str, str] | None:
    """Return the group that a complaint is in, with where to look at it, for its own page; None for none."""
    if mine.number is None:
        return None
    with reading() as session:
        name = groups.name_of(session, mine.number)
    return {"called": called(mine.number, name), "href": url_for("staff.groups.show", number=mine.number)}


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    joining = form if isinstance(form, GroupForm) else GroupForm(formdata=None)
    beginning = form if isinstance(form, BeginForm) else BeginForm(formdata=None)
    with reading() as session:
        joining.know(groups.every(session, me()))
    beginning.know(case.present)
    return draw(
        "staff/groups/new.html",
        case,
        form=form,
        status=status,
        joining=joining,
        beginning=beginning,
        mine=of_case(case.complaint.membership),
    )
