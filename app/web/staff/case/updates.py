"""Write how it is going, while somebody waits for our answer (5.9)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import more_time
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("updates", __name__, url_prefix="/complaints/<reference>/update"),
    may_read=Permission.GIVE_MORE_TIME,
    may_write=Permission.GIVE_MORE_TIME,
)


LABEL = _l("How it is going")
HINT = _l("What has been done, and what happens next. This is printed in the letter.")


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), WordsForm(LABEL, HINT))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = WordsForm(LABEL, HINT)
    return act(
        form,
        lambda *doing: _do(form, reference, *doing),
        _ask,
        gettext("The letter is written. See under Letters how it goes."),
    )


def _do(form: WordsForm, reference: str, session: Session, doing: Deed) -> None:
    more_time.give_update(session, reference, form.text, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    stage = case.complaint.current
    if stage is None or stage.answered_on is not None or not case.complaint.definition.points:
        abort(404)
    return draw("staff/updates/new.html", case, form=form, status=status)
