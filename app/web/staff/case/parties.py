"""Somebody speaks for the resident: ask the resident alone, by a way already on file, and note their yes (ruling 6)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.domain.clock.duties import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case.desks import Desk
from app.services.people import authorities
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("parties", __name__, url_prefix="/complaints/<reference>/parties/<int:number>"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)


class AuthorityForm(Form):
    """A press of the button: the resident said yes."""


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(desk(), AuthorityForm())


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    done = gettext("They may speak for the resident from now on.")
    return act(AuthorityForm(), lambda *doing: _confirm(reference, number, *doing), _ask, done)


def _confirm(reference: str, number: int, session: Session, doing: Deed) -> None:
    authorities.confirm(session, reference, number, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    number = int((request.view_args or {})["number"])
    if not case.complaint.has_task(DutyKind.CONFIRM_AUTHORITY, number):
        abort(404)
    return draw("staff/parties/new.html", case, form=form, status=status, number=number)
