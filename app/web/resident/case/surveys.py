"""How did we do? (R30) Asked once; what is said changes nothing, and is not a complaint: the page says so (1.6)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.domain.case.survey_states import SurveyState
from app.domain.deed import Deed, london_day
from app.now import now
from app.services.case import surveys
from app.services.case.pages import CasePage
from app.web.answers import LONGEST_WORDS
from app.web.forms import Form
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine
from app.web.survey_form import SurveyForm, said
from app.words.case.surveys import HOW_TO_COMPLAIN, NOT_HAPPY, NOTHING_CHANGES

bp = Blueprint("surveys", __name__, url_prefix="/<reference>/feedback")


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    case = opened()
    survey = _survey(case)
    return _ask(case, SurveyForm(survey.scores, case.said(survey.said)))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    _survey(opened())
    form = SurveyForm()
    return act(form, lambda *doing: _keep(form, *doing), _ask, gettext("Thank you. We have kept what you told us."))


def _keep(form: SurveyForm, session: Session, doing: Deed) -> None:
    surveys.answer(session, mine().reference, mine().party, form.scores(), form.words.data or "", doing)


def _survey(case: CasePage) -> SurveyState:
    return case.complaint.survey or abort(404)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    survey = _survey(case)
    return draw(
        "resident/surveys/show.html",
        case,
        form=form,
        status=status,
        answered=survey.answered_on is not None,
        may_change=survey.may_change(london_day(now())),
        answers=said(survey.scores),
        words=case.said(survey.said),
        not_happy=gettext(NOT_HAPPY),
        nothing_changes=gettext(NOTHING_CHANGES),
        how_to_complain=gettext(HOW_TO_COMPLAIN),
        longest=LONGEST_WORDS,
    )
