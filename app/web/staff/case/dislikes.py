"""The resident is not happy with a new date: the complaints officer looks, and says what was done (ruling 11)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import more_time
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("dislikes", __name__, url_prefix="/complaints/<reference>/more-time/answer"),
    may_read=Permission.APPROVE_MORE_TIME,
    may_write=Permission.APPROVE_MORE_TIME,
)


LABEL = _l("What you did about it")
HINT = _l("Ring or write to them first. This is kept with the case.")


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), WordsForm(LABEL, HINT))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = WordsForm(LABEL, HINT)
    return act(form, lambda *doing: _do(form, reference, *doing), _ask, gettext("Kept."))


def _do(form: WordsForm, reference: str, session: Session, doing: Deed) -> None:
    more_time.answer_dislike(session, reference, form.text, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    stage = case.complaint.current
    if stage is None or not case.complaint.has_task(DutyKind.UNHAPPY_WITH_MORE_TIME, stage.stage):
        abort(404)
    return draw("staff/dislikes/new.html", case, form=form, status=status)
