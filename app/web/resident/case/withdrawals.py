"""Stop my complaint (R27), and go on with it: only by the person's own choice (ruling 19)."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.domain.deed import Deed
from app.services.case import withdrawals
from app.services.case.pages import CasePage
from app.web.answers import LONGEST_WORDS, SHORTEN
from app.web.forms import Form
from app.web.resident.case.opening import act, back, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("withdrawals", __name__, url_prefix="/<reference>")

YES, NO = "yes", "no"


class WithdrawalForm(Form):
    """Whether it is their own choice; why is theirs to keep."""

    own_choice = RadioField(
        _l("Is this your own choice?"),
        [InputRequired(_l("Tell us if this is your own choice"))],
        choices=[SelectChoice(YES, _l("Yes, I want to stop")), SelectChoice(NO, _l("No, or I am not sure"))],
    )
    words = TextAreaField(
        _l("Why do you want to stop?"),
        [Length(max=LONGEST_WORDS, message=SHORTEN)],
        description=_l("You do not have to say. You can leave this empty."),
    )


@bp.get("/stop")
def new(reference: str) -> ResponseReturnValue:
    return _ask(opened(), WithdrawalForm())


@bp.post("/stop")
def create(reference: str) -> ResponseReturnValue:
    opened()
    form = WithdrawalForm()
    if form.own_choice.data == NO:
        flash(gettext("Your complaint goes on. Nothing has changed. If somebody asked you to stop it, please ring us."))
        return back()
    return act(form, lambda *doing: _stop(form, *doing), _ask, gettext("Your complaint has stopped."))


@bp.get("/reopen")
def ask_to_reopen(reference: str) -> ResponseReturnValue:
    return _ask_to_reopen(opened(), Form())


@bp.post("/reopen")
def reopen(reference: str) -> ResponseReturnValue:
    opened()
    return act(Form(), _reopen, _ask_to_reopen, gettext("Your complaint goes on."))


def _stop(form: WithdrawalForm, session: Session, doing: Deed) -> None:
    withdrawals.withdraw(
        session, mine().reference, mine().party, own_choice=True, words=form.words.data or "", deed=doing
    )


def _reopen(session: Session, doing: Deed) -> None:
    withdrawals.reopen(session, mine().reference, mine().party, doing)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.intake.is_complaint:
        abort(404)
    return draw("resident/withdrawals/new.html", case, form=form, status=status, longest=LONGEST_WORDS)


def _ask_to_reopen(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("resident/withdrawals/reopen.html", case, form=form, status=status)
