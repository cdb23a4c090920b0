"""Put in place what would make it easier, and say what that is (5.10)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case.desks import Desk
from app.services.people import adjustments
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("adjustments", __name__, url_prefix="/complaints/<reference>/adjustments/<int:number>"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)


LABEL = _l("What is put in place")
HINT = _l("Or what was agreed instead, and with whom.")


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(desk(), WordsForm(LABEL, HINT))


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form = WordsForm(LABEL, HINT)
    return act(form, lambda *doing: _do(form, reference, number, *doing), _ask, gettext("Kept."))


def _do(form: WordsForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    adjustments.settle(session, reference, number, form.text, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    number = int((request.view_args or {})["number"])
    if not case.complaint.has_task(DutyKind.ADJUSTMENT, number):
        abort(404)
    return draw("staff/adjustments/new.html", case, form=form, status=status, number=number)
