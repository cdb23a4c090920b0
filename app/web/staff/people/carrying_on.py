"""How a complaint goes on after a death: with family or the executor, or not at all (ruling 7)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.carrying_on import may_carry_on
from app.services.case.desks import Desk
from app.services.people import deaths
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded
from app.web.staff.people.deaths import named, party

bp = guarded(
    Blueprint("carrying_on", __name__, url_prefix="/complaints/<reference>/parties/<int:number>/going-on"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)
WORDS = _l("With whom did you speak, and what did they say?")
WORDS_HINT = _l("It stays with us.")
CARRIES_ON, NOBODY = "carries_on", "nobody"


class GoingOnForm(WordsForm):
    """Who carries on, or nobody."""

    how = RadioField(
        _l("How does it go on?"),
        [InputRequired(_l("Choose how it goes on"))],
        choices=[
            SelectChoice(CARRIES_ON, _l("Family or the executor carries on: letters go to them")),
            SelectChoice(NOBODY, _l("Nobody carries on: the complaint stops, dangers and promises go on")),
        ],
    )
    carried_on_by = SelectField(_l("Who carries on?"))

    def __init__(self, case: Desk) -> None:
        super().__init__(WORDS, WORDS_HINT)
        others = [
            SelectChoice(str(each.number), named(case, each.number))
            for each in case.complaint.parties
            if may_carry_on(each)
        ]
        self.carried_on_by.choices = [SelectChoice("", gettext("Choose")), *others]

    @property
    def goes_on(self) -> bool:
        """Return whether somebody carries on."""
        return bool(self.how.data == CARRIES_ON)


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    case = desk()
    return _ask(case, GoingOnForm(case))


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form = GoingOnForm(desk())
    done = gettext("Letters go to them from now on.") if form.goes_on else gettext("The complaint has stopped.")

    def do(session: Session, doing: Deed) -> None:
        if form.goes_on:
            by = int(form.carried_on_by.data or 0)
            deaths.carry_on(session, reference, number, by, form.text, doing)
        else:
            deaths.stop(session, reference, number, form.text, doing)

    return act(form, do, _ask, done)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = party(case)
    if not who.died:
        abort(404)
    return draw("staff/carrying_on/new.html", case, form=form, status=status, who=who, name=named(case, who.number))
