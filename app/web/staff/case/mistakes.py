"""Logged by mistake: said by one, decided by another, told to the resident, and taken back if wrong (ruling 18)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.case.mistakes import may_be_one
from app.domain.case.vocabulary import Ended
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import mistakes
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may

bp = guarded(
    Blueprint("mistakes", __name__, url_prefix="/complaints/<reference>/mistake"),
    may_read=Permission.CORRECT_FACTS,
    may_write=Permission.CORRECT_FACTS,
)
PRINTED = _l("This is printed in the letter to the resident.")


class DecisionForm(Form):
    """Yes or no; the button says which."""


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), _reason())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = _reason()

    def do(session: Session, doing: Deed) -> None:
        mistakes.propose(session, reference, form.text, doing)

    return act(form, do, _ask, gettext("Kept. A second person decides; until then it goes on."))


@bp.get("/decision")
def show(reference: str) -> ResponseReturnValue:
    return _ask_decision(desk(), DecisionForm())


@bp.post("/decision")
def decide(reference: str) -> ResponseReturnValue:
    if not may(Permission.APPROVE_CORRECTIONS):
        abort(404)
    verb = mistakes.approve if request.form.get("decision") == "yes" else mistakes.decline
    return act(
        DecisionForm(), lambda session, doing: verb(session, reference, doing), _ask_decision, gettext("Decided.")
    )


@bp.get("/return")
def ask_back(reference: str) -> ResponseReturnValue:
    return _ask_back(desk(), _why_back())


@bp.post("/return")
def take_back(reference: str) -> ResponseReturnValue:
    form = _why_back()

    def do(session: Session, doing: Deed) -> None:
        mistakes.take_back(session, reference, form.text, doing)

    return act(form, do, _ask_back, gettext("It goes on. The letter that says so is written."))


def _reason() -> WordsForm:
    return WordsForm(_l("Why it is not a complaint, or is one we have already"), PRINTED)


def _why_back() -> WordsForm:
    return WordsForm(_l("Why it is a complaint after all"), PRINTED)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not may_be_one(case.complaint) or case.complaint.mistake is not None:
        abort(404)
    return draw("staff/mistakes/new.html", case, form=form, status=status)


def _ask_decision(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    said = case.complaint.mistake
    if said is None or case.complaint.ended is not None or not may(Permission.APPROVE_CORRECTIONS):
        abort(404)
    return draw("staff/mistakes/show.html", case, form=form, status=status, said=said)


def _ask_back(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.ended is not Ended.MISTAKE:
        abort(404)
    return draw("staff/mistakes/back.html", case, form=form, status=status)
