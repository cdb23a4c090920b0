"""A new way to reach somebody is used only once staff have checked who is asking (ruling 1)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case.desks import Desk
from app.services.people import contacts
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("contacts", __name__, url_prefix="/complaints/<reference>/contacts/<int:number>"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)


LABEL = _l("How you checked who is asking")
HINT = _l("Never through the old way, unless they clearly said that it is safe.")


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(desk(), WordsForm(LABEL, HINT))


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form, party = WordsForm(LABEL, HINT), _party(number)  # asked before the transaction that changes it
    done = gettext("It is used from now on.")
    return act(form, lambda *doing: _do(form, reference, party, number, *doing), _ask, done)


def _do(form: WordsForm, reference: str, party: int, number: int, session: Session, doing: Deed) -> None:
    contacts.confirm_by_staff(session, reference, party, number, form.text, doing)


def _party(number: int) -> int:
    """Return whose the new way is."""
    return next((contact.party for contact in desk().contacts if contact.number == number), 1)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    number = int((request.view_args or {})["number"])
    if not case.complaint.has_task(DutyKind.CHECK_CONTACT, number):
        abort(404)
    return draw("staff/contacts/new.html", case, form=form, status=status, number=number)
