"""Ask for another format, or for anything else that would make this easier: our duty from then on (5.10)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.domain.deed import Deed
from app.domain.people.adjustments import Need
from app.services.case.pages import CasePage
from app.services.people import adjustments
from app.web.forms import Form
from app.web.languages import language
from app.web.resident.case.opening import act, draw, standing
from app.web.resident.guards import mine
from app.words.say import say

bp = Blueprint("adjustments", __name__, url_prefix="/<reference>/formats")

FORMATS = (
    Need.LARGE_PRINT,
    Need.EASY_READ,
    Need.AUDIO,
    Need.BRAILLE,
    Need.BSL,
    Need.INTERPRETER,
    Need.CALLS_NOT_LETTERS,
    Need.OTHER,
)
LONGEST = 2_000


class FormatForm(Form):
    """Which formats, and what we should know."""

    needs = SelectMultipleField(
        _l("What would make our letters easier for you?"),
        [InputRequired(_l("Choose at least one"))],
        description=_l("It is free. It becomes our job, not yours."),
        choices=lambda: [SelectChoice(need.value, say(need, language())) for need in FORMATS],
    )
    words = TextAreaField(
        _l("Tell us more, such as which language"),
        [Length(max=LONGEST, message=_l("Shorten it to 2,000 characters"))],
        description=_l("You can leave this empty."),
    )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(standing(), FormatForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = FormatForm()
    done = gettext("Thank you. We will see to it, and tell you if we cannot.")
    return act(form, lambda *doing: _request(form, *doing), _ask, done)


def _request(form: FormatForm, session: Session, doing: Deed) -> None:
    needs = tuple(Need(value) for value in form.needs.data or ())
    adjustments.ask(session, mine().reference, mine().party, needs, form.words.data or "", doing)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("resident/adjustments/new.html", case, form=form, status=status)
