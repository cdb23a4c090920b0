"""More time needed (R22): it is fine, or it is not; and how often to hear from us meanwhile (ruling 11; 5.9)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.db import reading
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.services.case import more_time
from app.services.case.pages import CasePage
from app.services.mail import issued
from app.services.mail.issued import Issued
from app.web.answers import LONGEST_WORDS, SHORTEN
from app.web.forms import Form
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("more_time", __name__, url_prefix="/<reference>/letters/<int:number>")


class DislikeForm(Form):
    """Not happy with the new date: it never needs a reason."""

    words = TextAreaField(
        _l("Tell us why, if you like"),
        [Length(max=LONGEST_WORDS, message=SHORTEN)],
        description=_l("You can leave this empty."),
    )


class UpdatesForm(Form):
    """How often to hear from us while they wait, in days."""

    every = RadioField(
        _l("How often shall we tell you how it is going?"),
        [InputRequired(_l("Choose how often"))],
        choices=[
            SelectChoice(7, _l("Every week")),
            SelectChoice(14, _l("Every 2 weeks")),
            SelectChoice(28, _l("Every 4 weeks")),
        ],
        coerce=int,
    )

    @classmethod
    def of(cls, case: CasePage) -> UpdatesForm:
        """Return the form with what they chose before."""
        stage = case.complaint.current
        return cls(every=stage.update_every if stage else None)


@bp.post("/dislike")
def dislike(reference: str, number: int) -> ResponseReturnValue:
    opened()
    form = DislikeForm()
    done = gettext("You have told us that you are not happy with this. A complaints officer will look at it.")
    return act(
        form,
        lambda *doing: _dislike(form, *doing),
        lambda case, asked, status: ask_about(case, _letter(case, number), asked, UpdatesForm.of(case), status),
        done,
    )


@bp.post("/updates")
def choose_updates(reference: str, number: int) -> ResponseReturnValue:
    opened()
    form = UpdatesForm()
    return act(
        form,
        lambda *doing: _choose(form, *doing),
        lambda case, asked, status: ask_about(case, _letter(case, number), DislikeForm(), asked, status),
        gettext("We will tell you as often as you chose."),
    )


def ask_about(case: CasePage, letter: Issued, dislike: Form, updates: Form, status: int = 200) -> ResponseReturnValue:
    """Return the letter that asks for more time, with what can be said to it while that stage is open."""
    stage = case.complaint.unanswered
    return draw(
        "resident/letters/more_time.html",
        case,
        issued=letter,
        dislike=dislike,
        updates=updates,
        running=stage is not None and letter.letter.stage is stage.stage,
        large=request.args.get("size") == "large",
        longest=LONGEST_WORDS,
        status=status,
    )


def _letter(case: CasePage, number: int) -> Issued:
    with reading() as session:
        found = issued.one_of(session, case.case_id, case.letters, number)
    return found if found and found.letter.notice is Notice.MORE_TIME else abort(404)


def _dislike(form: DislikeForm, session: Session, doing: Deed) -> None:
    more_time.dislike(session, mine().reference, mine().party, form.words.data or "", doing)


def _choose(form: UpdatesForm, session: Session, doing: Deed) -> None:
    more_time.choose_updates(session, mine().reference, mine().party, form.every.data, doing)
