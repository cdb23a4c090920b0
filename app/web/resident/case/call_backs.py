"""Ring me back; or: no thank you, I need not talk before you answer (ruling 25)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.domain.deed import Deed
from app.services.case import contact_log
from app.services.case.pages import CasePage
from app.web.answers import own_words
from app.web.forms import Form
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("call_backs", __name__, url_prefix="/<reference>/talk")

RING, NO_THANK_YOU = "ring", "no_thank_you"
LONGEST = 1_000


class TalkForm(Form):
    """Whether to ring, and where and when it is safe."""

    wish = RadioField(
        _l("Would you like to talk with us?"),
        [InputRequired(_l("Choose if you would like us to ring you"))],
        choices=[
            SelectChoice(RING, _l("Yes, please ring me")),
            SelectChoice(NO_THANK_YOU, _l("No thank you. You can answer without talking with me first")),
        ],
    )
    words = TextAreaField(
        _l("Which number, and when is it safe to ring?"),
        [Length(max=LONGEST, message=_l("Shorten it to 1,000 characters"))],
        description=_l("You can leave this empty if we have your number and any time is good."),
        filters=[own_words],
        render_kw={"autocomplete": "off"},
    )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(opened(), TalkForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    opened()
    form = TalkForm()
    if form.wish.data == NO_THANK_YOU:
        done = gettext("Thank you. We will answer you in writing, by the date we gave.")
        return act(form, _decline, _ask, done)
    done = gettext("Thank you. We will ring you by the end of the next working day.")
    return act(form, lambda *doing: _ring(form, *doing), _ask, done)


def _ring(form: TalkForm, session: Session, doing: Deed) -> None:
    contact_log.ask_call_back(session, mine().reference, mine().party, form.words.data or "", doing)


def _decline(session: Session, doing: Deed) -> None:
    contact_log.decline(session, mine().reference, mine().party, doing)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("resident/call_backs/new.html", case, form=form, status=status)
