"""May this person speak for you? Asked of the resident alone; nothing is shared before a yes, or after a no (3.6)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.deed import Deed
from app.domain.people.parties import Role
from app.services.case import pages
from app.services.case.pages import CasePage
from app.services.people import authorities, representatives
from app.web.forms import Form
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("parties", __name__, url_prefix="/<reference>/people/<int:number>")


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask(_of_resident(), Form(), number)


@bp.post("")
def confirm(reference: str, number: int) -> ResponseReturnValue:
    _of_resident()

    def do(session: Session, doing: Deed) -> None:
        authorities.confirm(session, mine().reference, number, doing)

    done = gettext("Thank you. They may speak for you now.")
    return act(Form(), do, lambda case, form, status: _ask(case, form, number, status), done)


@bp.post("/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    """No, they may not, or no longer: they are shut out at once."""
    _of_resident()

    def do(session: Session, doing: Deed) -> None:
        representatives.stop(session, mine().reference, number, "", doing)

    done = gettext("They do not speak for you. They see nothing more from now on.")
    return act(Form(), do, lambda case, form, status: _ask(case, form, number, status), done)


def _of_resident() -> CasePage:
    case = opened()
    return case if case.viewer.role is Role.RESIDENT else abort(404)


def _ask(case: CasePage, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    person = next((each for each in case.complaint.parties if each.number == number), None)
    if person is None or person.role is not Role.REPRESENTATIVE or person.died:
        abort(404)
    if person.is_enquirer and not person.may_act:
        abort(404)  # what they are told is asked of the resident, alone, by staff
    with reading() as session:
        name = pages.name_of(session, case.case_id, number)
    return draw("resident/parties/show.html", case, form=form, person=person, name=name, status=status)
