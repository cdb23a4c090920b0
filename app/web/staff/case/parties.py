"""Somebody speaks for the resident: their yes, asked alone, or proof seen; a no shuts them out at once (ruling 6)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.parties import PartyState, Role
from app.domain.people.representatives import by_proof
from app.services.case.desks import Desk
from app.services.people import authorities, representatives
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("parties", __name__, url_prefix="/complaints/<reference>/parties/<int:number>"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)
SEEN = _l("What did you see?")
SEEN_HINT = _l("Like: the power of attorney registered on 3 May 2025, the original. Do not copy it here.")
HOW = _l("How do you know?")
HOW_HINT = _l("Like: the resident told me by phone, alone. It stays with us.")


class AuthorityForm(Form):
    """A press of the button: the resident said yes."""


class ProofForm(WordsForm):
    """What lets somebody speak for the resident, and when it was seen."""

    seen_on = DayField(_l("When did you see it?"), called=_l("The day you saw it"))

    def __init__(self) -> None:
        super().__init__(SEEN, SEEN_HINT)


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(desk(), AuthorityForm())


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    done = gettext("They may speak for the resident from now on.")
    return act(AuthorityForm(), lambda *doing: _confirm(reference, number, *doing), _ask, done)


@bp.get("/proof")
def ask_for_proof(reference: str, number: int) -> ResponseReturnValue:
    return _ask_for_proof(desk(), ProofForm())


@bp.post("/proof")
def prove(reference: str, number: int) -> ResponseReturnValue:
    form, done = ProofForm(), gettext("They may speak for the resident from now on.")

    def do(session: Session, doing: Deed) -> None:
        representatives.see_proof(session, reference, number, form.seen_on.data, form.text, doing)

    return act(form, do, _ask_for_proof, done)


@bp.get("/end")
def ask_to_end(reference: str, number: int) -> ResponseReturnValue:
    return _ask_to_end(desk(), WordsForm(HOW, HOW_HINT))


@bp.post("/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    form, done = WordsForm(HOW, HOW_HINT), gettext("They are shut out, and do not speak for the resident.")

    def do(session: Session, doing: Deed) -> None:
        representatives.stop(session, reference, number, form.text, doing)

    return act(form, do, _ask_to_end, done)


def _confirm(reference: str, number: int, session: Session, doing: Deed) -> None:
    authorities.confirm(session, reference, number, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = _representative(case)
    died = any(each.is_gone for each in case.complaint.parties if each.role is Role.RESIDENT)
    if who.confirmed:
        abort(404)
    return draw(
        "staff/parties/new.html",
        case,
        form=form,
        status=status,
        number=who.number,
        who=who,
        proven=by_proof(who),
        may_be_asked=not died,
    )


def _ask_for_proof(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = _representative(case)
    if who.confirmed or not by_proof(who):
        abort(404)
    return draw("staff/parties/proof.html", case, form=form, status=status, number=who.number, who=who)


def _ask_to_end(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = _representative(case)
    return draw("staff/parties/end.html", case, form=form, status=status, number=who.number, who=who)


def _representative(case: Desk) -> PartyState:
    number = int((request.view_args or {})["number"])
    found = next((each for each in case.complaint.parties if each.number == number), None)
    if found is None or found.role is not Role.REPRESENTATIVE or found.silent or case.complaint.erased_on is not None:
        abort(404)
    return found
