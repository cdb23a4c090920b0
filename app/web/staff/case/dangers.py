"""Somebody could get hurt now: a person has read it and takes it on (ruling 3)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import complaints
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("dangers", __name__, url_prefix="/complaints/<reference>/danger"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)


class DangerForm(Form):
    """A press of the button: I have it."""


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), DangerForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    return act(DangerForm(), lambda *doing: _answer(reference, *doing), _ask, gettext("You have taken it on."))


def _answer(reference: str, session: Session, doing: Deed) -> None:
    complaints.answer_danger(session, reference, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.has_task(DutyKind.DANGER):
        abort(404)
    return draw("staff/dangers/new.html", case, form=form, status=status)
