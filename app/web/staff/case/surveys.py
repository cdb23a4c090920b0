"""How we did, as the resident says: taken in a call, and read by whom it does not touch (1.6, R30).

Complaints officers read it; who deals with the complaint does so once it is closed, so that nothing can hang on it.
"""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.survey_states import SurveyLeft, SurveyState
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case import surveys
from app.services.case.desks import Desk
from app.web.answers import LONGEST_WORDS
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, may, me
from app.web.survey_form import SurveyForm, said
from app.words.case.surveys import HOW_TO_COMPLAIN, NOTHING_CHANGES
from app.words.say import say

bp = guarded(
    Blueprint("surveys", __name__, url_prefix="/complaints/<reference>/survey"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.LOG_CONTACTS,
)


class LeftForm(Form):
    """What came of a call that brought no answers."""

    left = RadioField(_l("There are no answers, because"), validate_choice=False)

    def __init__(self) -> None:
        super().__init__()
        self.left.choices = [SelectChoice(each.value, say(each, language())) for each in SurveyLeft]


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    case = desk()
    return _ask(case, _form(case))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    survey, form = _survey(desk()), SurveyForm()
    done = gettext("Written down. Thank you for asking.")
    return act(form, lambda *doing: _take(form, reference, survey.party, *doing), _ask, done)


@bp.post("/unanswered")
def leave(reference: str) -> ResponseReturnValue:
    _survey(desk())
    form = LeftForm()
    left = next((each for each in SurveyLeft if each.value == form.left.data), None)
    done = gettext("Written down. They can still answer on their page.")
    return act(form, lambda session, doing: surveys.leave(session, reference, left, doing), _ask_left, done)


def _take(form: SurveyForm, reference: str, party: int, session: Session, doing: Deed) -> None:
    surveys.take(session, reference, party, form.scores(), form.words.data or "", doing)


def _survey(case: Desk) -> SurveyState:
    return case.complaint.survey or abort(404)


def _form(case: Desk) -> SurveyForm:
    """Return the questions, with what was answered only for somebody who may read it."""
    survey = _survey(case)
    return SurveyForm(survey.scores, case.said(survey.said)) if _may_read(case) else SurveyForm()


def _may_read(case: Desk) -> bool:
    theirs = case.complaint.handler == me().id and case.complaint.closure is not None
    return theirs or may(Permission.READ_SURVEYS)


def _ask_left(case: Desk, left: Form, status: int = 200) -> ResponseReturnValue:
    return _ask(case, _form(case), status, left)


def _ask(case: Desk, form: Form, status: int = 200, left: Form | None = None) -> ResponseReturnValue:
    survey = _survey(case)
    return draw(
        "staff/surveys/show.html",
        case,
        form=left or form,
        questions=form,
        left=left or LeftForm(),
        status=status,
        survey=survey,
        may_read=_may_read(case),
        may_take=may(Permission.LOG_CONTACTS) and survey.may_change(london_day(now())),
        answers=said(survey.scores),
        words=case.said(survey.said) or (say(case.gone(survey.said), language()) if survey.said else ""),
        nothing_changes=gettext(NOTHING_CHANGES),
        how_to_complain=gettext(HOW_TO_COMPLAIN),
        longest=LONGEST_WORDS,
    )
