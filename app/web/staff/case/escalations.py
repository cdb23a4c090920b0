"""A resident asks us, by any way, for Stage 2; and what becomes of a request while Stage 1 is late (ruling 13)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField
from wtforms.validators import InputRequired

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import escalations
from app.services.case.desks import Desk
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may

bp = guarded(
    Blueprint("escalations", __name__, url_prefix="/complaints/<reference>/stage-2"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)


class RequestForm(WordsForm):
    """When they asked, and what they said, if they said anything: no reason is needed (6.12)."""

    happened_on = DayField(
        _l("The day they asked"), [InputRequired(_l("Enter the day they asked"))], called=_l("The day they asked")
    )


class DecisionForm(WordsForm):
    """A last day for Stage 1 with its reason, or Stage 2 at once with the resident's yes."""

    answer_by = DayField(_l("The last day for our Stage 1 answer"), called=_l("The last day"))
    resident_agreed = BooleanField(_l("The resident said yes to going to Stage 2 now"))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), _request())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = _request()
    done = gettext("The request is in the record, and a letter says that we have it.")
    return act(form, lambda *doing: _log(form, reference, *doing), _ask, done)


@bp.get("/decision")
def show(reference: str) -> ResponseReturnValue:
    return _ask_decision(desk(), _decision())


@bp.post("/decision")
def decide(reference: str) -> ResponseReturnValue:
    if not may(Permission.ANSWER_EARLY_STAGE_2_REQUESTS):
        abort(404)
    form, start_now = _decision(), request.form.get("decision") == "start"
    verb = _start_now if start_now else _set_stage_1_answer
    return act(form, lambda *doing: verb(form, reference, *doing), _ask_decision, gettext("Decided."))


def _request() -> RequestForm:
    return RequestForm(_l("What they said"), _l("Leave it empty if they gave no reason. They do not need one."))


def _decision() -> DecisionForm:
    return DecisionForm(_l("Why it is late"), _l("This is printed in the letter."))


def _log(form: RequestForm, reference: str, session: Session, doing: Deed) -> None:
    escalations.ask(session, reference, None, doing, words=form.text, happened_on=form.happened_on.data)


def _start_now(form: DecisionForm, reference: str, session: Session, doing: Deed) -> None:
    escalations.start_now(session, reference, resident_agreed=bool(form.resident_agreed.data), deed=doing)


def _set_stage_1_answer(form: DecisionForm, reference: str, session: Session, doing: Deed) -> None:
    escalations.set_stage_1_answer(session, reference, form.answer_by.data, form.text, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("staff/escalations/new.html", case, form=form, status=status)


def _ask_decision(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.has_task(DutyKind.DECIDE_STAGE_2) or not may(Permission.ANSWER_EARLY_STAGE_2_REQUESTS):
        abort(404)
    return draw("staff/escalations/show.html", case, form=form, status=status)
