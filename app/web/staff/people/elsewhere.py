"""Their other cases: ticked on the page of a death or a move; and what was heard in one that few may see (ruling 7)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.db import reading
from app.domain.case.phases import Phase
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.elsewhere import TASKS, Heard
from app.services.case.desks import Desk
from app.services.people import deaths, elsewhere, moves
from app.store.people.namesakes import Namesake
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import READS, guarded, me
from app.words.dates import short_with_year
from app.words.say import say

bp = guarded(
    Blueprint("elsewhere", __name__, url_prefix="/complaints/<reference>/parties/<int:number>/heard"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)
HOW = _l("How do you know that it is somebody else?")
HOW_HINT = _l("Like: it is her mother, who has the same name. It stays with us.")
NOT_THEIRS = {Heard.DEATH: deaths.not_theirs, Heard.MOVE: moves.not_theirs}


def others_field() -> SelectMultipleField:
    """Return the question in which other cases the same is to be written down."""
    return SelectMultipleField(
        _l("Their other cases"),
        description=_l(
            "The same name, and the same address, phone or email. It is written down in each that is ticked. Take out "
            "the tick where it is somebody else."
        ),
        validate_choice=False,
    )


def offer(others: SelectMultipleField, case: Desk, number: int, role: str = "") -> str:
    """Let the cases of this person be chosen that whoever is signed in may see, and return what they are called.

    All are chosen, until they say otherwise.
    """
    with reading() as session:
        found = elsewhere.on_the_page(session, me().id, case, number)
    theirs = {each.reference: each for each in found.cases if not role or each.role == role}
    others.choices = [SelectChoice(reference, _line(each)) for reference, each in theirs.items()]
    if request.method in READS:
        others.data = list(theirs)
    return found.name


def _line(found: Namesake) -> str:
    return gettext(
        "%(reference)s, of %(day)s: %(phase)s",
        reference=found.reference,
        day=short_with_year(found.received_on, language()),
        phase=say(Phase(found.phase), language()),
    )


@bp.get("/<heard>")
def new(reference: str, number: int, heard: str) -> ResponseReturnValue:
    return _ask(desk(), WordsForm(HOW, HOW_HINT))


@bp.post("/<heard>")
def create(reference: str, number: int, heard: str) -> ResponseReturnValue:
    form, not_theirs = WordsForm(HOW, HOW_HINT), NOT_THEIRS[_heard()]

    def do(session: Session, doing: Deed) -> None:
        not_theirs(session, reference, number, form.text, doing)

    return act(form, do, _ask, gettext("Kept: it was somebody else."))


def _heard() -> Heard:
    asked = (request.view_args or {})["heard"]
    return next((each for each in Heard if each.value == asked), None) or abort(404)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    number, heard = int((request.view_args or {})["number"]), _heard()
    who = next((each for each in case.parties if each.number == number), None)
    if who is None or not case.complaint.has_task(TASKS[heard], number):
        abort(404)
    return draw("staff/elsewhere/new.html", case, form=form, status=status, who=who, heard=heard)
