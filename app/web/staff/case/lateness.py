"""A date was missed: give the new one, and why. It does not rescue the date that was missed (ruling 10)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import lateness
from app.services.case.desks import Desk
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("lateness", __name__, url_prefix="/complaints/<reference>/new-date"),
    may_read=Permission.GIVE_MORE_TIME,
    may_write=Permission.GIVE_MORE_TIME,
)
LABEL = _l("Why, in words the resident will understand")
HINT = _l("Say sorry, and say what happened. This is printed in the letter.")


class NewDateForm(WordsForm):
    """When, and why."""

    new_date = DayField(_l("The new date"), called=_l("The new date"))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), NewDateForm(LABEL, HINT))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = NewDateForm(LABEL, HINT)
    done = gettext("The letter with the new date is written. See under Letters how it goes.")
    return act(form, lambda *doing: _promise(form, reference, *doing), _ask, done)


def _promise(form: NewDateForm, reference: str, session: Session, doing: Deed) -> None:
    lateness.promise_new_date(session, reference, form.new_date.data, form.text, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    stage = case.complaint.current
    if stage is None or not stage.missed or stage.answered_on is not None:
        abort(404)
    return draw("staff/lateness/new.html", case, form=form, status=status, missed=stage.missed[-1])
