"""Somebody stops a complaint in a call or a visit, by their own choice; or tells us that this was wrong (ruling 19)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.readers import may_read_case
from app.domain.case.vocabulary import Ended
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import withdrawals
from app.services.case.desks import Desk
from app.web.answers import LONGEST_WORDS, words_field
from app.web.forms import Form
from app.web.staff.case.messages import people
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("withdrawals", __name__, url_prefix="/complaints/<reference>/withdrawal"),
    may_read=Permission.LOG_CONTACTS,
    may_write=Permission.LOG_CONTACTS,
)


class SaidByForm(Form):
    """Who said it: only those who may."""

    party = SelectField(_l("Who said so"), coerce=int)

    def __init__(self, case: Desk) -> None:
        super().__init__()
        able = {party.number for party in case.complaint.parties if may_read_case(party)}
        self.party.choices = [SelectChoice(number, name) for number, name in people(case) if number in able]


class WithdrawalForm(SaidByForm):
    """That they were asked whose choice it is, and what they said."""

    words = words_field(
        _l("What they said"),
        description=_l("Facts only, as you would read them out to the person."),
    )
    own_choice = BooleanField(_l("I asked if it is their own choice, and they said yes"))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    return _ask(case, WithdrawalForm(case))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = WithdrawalForm(desk())
    done = gettext("Stopped. A letter asks them to tell us if this is wrong.")
    return act(form, lambda *doing: _stop(form, reference, *doing), _ask, done)


@bp.get("/end")
def ask_to_reopen(reference: str) -> ResponseReturnValue:
    case = desk()
    return _ask_to_reopen(case, SaidByForm(case))


@bp.post("/end")
def reopen(reference: str) -> ResponseReturnValue:
    form = SaidByForm(desk())
    done = gettext("It goes on. Write what we understood by its new date.")
    return act(form, lambda *doing: _reopen(form, reference, *doing), _ask_to_reopen, done)


def _stop(form: WithdrawalForm, reference: str, session: Session, doing: Deed) -> None:
    own_choice, words = form.own_choice.data, form.words.data or ""
    withdrawals.hear(session, reference, form.party.data, own_choice=own_choice, words=words, deed=doing)


def _reopen(form: SaidByForm, reference: str, session: Session, doing: Deed) -> None:
    withdrawals.reopen(session, reference, form.party.data, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.ended is not None:
        abort(404)
    return draw("staff/withdrawals/new.html", case, form=form, status=status, longest=LONGEST_WORDS)


def _ask_to_reopen(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.ended is not Ended.WITHDRAWN:
        abort(404)
    return draw("staff/withdrawals/reopen.html", case, form=form, status=status)
