"""What became of a request, or our answer to a letter or a complaint about data: said, with how we know it (1.4)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case.kinds import Kind, Outcome
from app.domain.case.requests import EndingDraft
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import requests
from app.services.case.desks import Desk
from app.web.answers import LONGEST_WORDS, words_field
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("endings", __name__, url_prefix="/complaints/<reference>/ending"),
    may_read=Permission.KEEP_PROMISES,
    may_write=Permission.KEEP_PROMISES,
)
TITLES = {
    Kind.REQUEST: _l("What became of the request"),
    Kind.ENQUIRY: _l("Our answer to the letter"),
    Kind.DATA_PROTECTION: _l("What we found about the personal data"),
}


class EndingForm(Form):
    """How it ended, when, and what we write to them."""

    outcome = RadioField(
        _l("How did it end?"),
        [Optional()],
        choices=[
            SelectChoice(Outcome.DONE.value, _l("It is done, or answered")),
            SelectChoice(Outcome.NOT_WANTED.value, _l("They no longer want it, and told us so")),
            SelectChoice(Outcome.PASSED_ON.value, _l("It is for somebody else, and we passed it on")),
        ],
    )
    happened_on = DayField(_l("When?"), called=_l("The day"))
    words = words_field(
        _l("What we did, and how we know it"),
        description=_l("It goes to them in a letter, as you write it here."),
    )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(people=False), EndingForm(formdata=None, data={"happened_on": deed().on}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = EndingForm()
    return act(form, lambda *doing: _end(form, reference, *doing), _ask, gettext("Kept. A letter tells them."))


def _end(form: EndingForm, reference: str, session: Session, doing: Deed) -> None:
    outcome = next((each for each in Outcome if each.value == form.outcome.data), None)
    requests.end(session, reference, EndingDraft(outcome, form.happened_on.data, form.words.data or ""), doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    intake = case.complaint.intake
    if intake.is_complaint or intake.ended_on is not None:
        abort(404)
    return draw(
        "staff/endings/new.html", case, form=form, status=status, heading=TITLES[intake.kind], longest=LONGEST_WORDS
    )
