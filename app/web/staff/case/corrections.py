"""Correct a fact that was typed wrong, and decide on one that would make a missed date vanish (ruling 12)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.corrections import value_of
from app.domain.case.vocabulary import Fact
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import corrections
from app.services.case.desks import Desk
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may
from app.words.beginnings import begun
from app.words.say import say

bp = guarded(
    Blueprint("corrections", __name__, url_prefix="/complaints/<reference>/correction"),
    may_read=Permission.CORRECT_FACTS,
    may_write=Permission.CORRECT_FACTS,
)
DAYS = (Fact.RECEIVED_ON, Fact.STAGE_2_ASKED_ON)
LABEL = _l("Why it was wrong, and how you know")
HINT = _l("This stands in the record beside the old date and the new one.")


class CorrectionForm(WordsForm):
    """Which date, what it should be, and why."""

    fact = RadioField(_l("Which date is wrong?"), validate_choice=False)
    new = DayField(_l("The right date"), called=_l("The right date"))


class DecisionForm(Form):
    """Yes or no; the button says which."""


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), CorrectionForm(LABEL, HINT))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = CorrectionForm(LABEL, HINT)
    done = gettext("Kept. Where a missed date would vanish, a second person decides first.")
    return act(form, lambda *doing: _correct(form, reference, *doing), _ask, done)


@bp.get("/decision")
def show(reference: str) -> ResponseReturnValue:
    return _ask_decision(desk(), DecisionForm())


@bp.post("/decision")
def decide(reference: str) -> ResponseReturnValue:
    if not may(Permission.APPROVE_CORRECTIONS):
        abort(404)
    verb = corrections.approve if request.form.get("decision") == "yes" else corrections.decline
    doing = DecisionForm()
    return act(doing, lambda session, deed: verb(session, reference, deed), _ask_decision, gettext("Decided."))


def _correct(form: CorrectionForm, reference: str, session: Session, doing: Deed) -> None:
    known = {fact.value for fact in DAYS}
    fact = Fact(form.fact.data) if form.fact.data in known else Fact.RECEIVED_ON
    corrections.correct(session, reference, fact, form.new.data, form.text, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if isinstance(form, CorrectionForm):
        given = [fact for fact in DAYS if value_of(case.complaint, fact) is not None]
        form.fact.choices = [SelectChoice(fact.value, begun(say(fact, language()))) for fact in given]
        form.fact.data = form.fact.data or given[0].value
    return draw("staff/corrections/new.html", case, form=form, status=status)


def _ask_decision(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.correction is None or not may(Permission.APPROVE_CORRECTIONS):
        abort(404)
    return draw("staff/corrections/show.html", case, form=form, status=status, asked=case.complaint.correction)
