"""Did we understand? (R19): our points beside theirs, and a yes, partly or no. Silence never stops the clock."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.domain.case.read_backs import is_final
from app.domain.case.understood import Understood
from app.domain.case.waiting import may_say_whether_understood
from app.domain.deed import Deed
from app.services.case import definitions
from app.services.case.pages import CasePage
from app.web.answers import LONGEST_WORDS, SHORTEN
from app.web.forms import Form
from app.web.languages import language
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine
from app.words.mail.responses import found_in_full

bp = Blueprint("definitions", __name__, url_prefix="/<reference>/understanding")


class UnderstandingForm(Form):
    """Whether we understood, and what is missing."""

    answer = RadioField(
        _l("Is this right?"),
        [InputRequired(_l("Choose yes, partly or no"))],
        choices=[
            SelectChoice(Understood.YES.value, _l("Yes")),
            SelectChoice(Understood.PARTLY.value, _l("Partly")),
            SelectChoice(Understood.NO.value, _l("No")),
        ],
    )
    words = TextAreaField(
        _l("What is wrong or missing?"),
        [Length(max=LONGEST_WORDS, message=SHORTEN)],
        description=_l("Write it in your own words, in any language."),
    )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(opened(), UnderstandingForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    opened()
    form = UnderstandingForm()
    return act(form, lambda *doing: _answer(form, *doing), _ask, gettext("Thank you. We have got your answer."))


def _answer(form: UnderstandingForm, session: Session, doing: Deed) -> None:
    answer = Understood(form.answer.data)
    definitions.answer_understanding(session, mine().reference, mine().party, answer, form.words.data or "", doing)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.definition.points:
        abort(404)
    open_ = may_say_whether_understood(case.complaint)
    return draw(
        "resident/definitions/new.html",
        case,
        form=form,
        status=status,
        open=open_,
        to_be_read_back=not is_final(case.complaint),
        longest=LONGEST_WORDS,
        found=_found(case),
    )


def _found(case: CasePage) -> dict[int, str]:
    """Return what the last answer found about each point, and what puts it right."""
    complaint = case.complaint
    answered = [each for each in complaint.stages if each.answered_on is not None][-1:]
    return {
        found.point: found_in_full(found.finding, complaint.remedies.of_point(stage.stage, found.point), language())
        for stage in answered
        for found in stage.findings
    }
