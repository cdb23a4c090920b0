"""A safeguarding concern: written down by anybody who sees the case, seen by those named for it alone (ruling 4)."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Length, Optional

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people import safeguarding as rules
from app.domain.people.safeguarding import TellingDraft
from app.domain.people.safeguarding_states import ConcernOutcome, ConcernState, Whom
from app.services.case.desks import Desk
from app.services.people import safeguarding
from app.web.answers import LONGEST_LINE, TOO_LONG, one_line, words_field
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.staff.case.opening import Ask, act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may, me
from app.words.say import say

bp = guarded(
    Blueprint("safeguarding", __name__, url_prefix="/complaints/<reference>/safeguarding"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
LABEL = _l("What did you see or hear?")
HINT = _l("Who may be harmed, by whom or what, and how you know. Write what was said in the words it was said in.")


class TellingForm(Form):
    """Who was told, and when."""

    whom = RadioField(_l("Who was told?"), [Optional()], choices=[], validate_choice=False)
    words = words_field(_l("Their name, and what they said"))
    happened_on = DayField(
        _l("When?"), called=_l("The day they were told"), description=_l("It cannot be in the future.")
    )
    reference = StringField(
        _l("Their reference, if they gave one"), [Length(max=LONGEST_LINE, message=TOO_LONG)], filters=[one_line]
    )

    def draft(self) -> TellingDraft:
        """Return what was said."""
        whom = next((each for each in Whom if each.value == self.whom.data), None)
        return TellingDraft(whom, self.words.data or "", self.happened_on.data, self.reference.data or "")


class ClosingForm(Form):
    """What became of it."""

    outcome = RadioField(_l("What became of it?"), [Optional()], choices=[], validate_choice=False)
    ended = words_field(_l("How it ended"))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask_new(desk(), WordsForm(LABEL, HINT))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = WordsForm(LABEL, HINT)

    def do(session: Session, doing: Deed) -> None:
        safeguarding.raise_concern(session, reference, form.text, doing)

    done = gettext("Kept. Those named for safeguarding have it to do today. If anybody is in danger now, ring 999.")
    return act(form, do, _ask_new, done)


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _show(number)(desk(), Form(), 200)


@bp.post("/<int:number>/telling")
def tell(reference: str, number: int) -> ResponseReturnValue:
    """Somebody was told."""
    form = TellingForm()

    def do(session: Session, doing: Deed) -> None:
        safeguarding.tell(session, reference, number, form.draft(), doing)

    return act(form, do, _show(number), onward=lambda: _onward(reference, number))


@bp.post("/<int:number>/closure")
def close(reference: str, number: int) -> ResponseReturnValue:
    """It ended."""
    form = ClosingForm()

    def do(session: Session, doing: Deed) -> None:
        outcome = next((each for each in ConcernOutcome if each.value == form.outcome.data), None)
        safeguarding.close(session, reference, number, outcome, form.ended.data or "", doing)

    return act(form, do, _show(number), onward=lambda: _onward(reference, number))


def _ask_new(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    named = rules.may_see(case.complaint, me().id, named=may(Permission.SAFEGUARD))
    return draw("staff/safeguarding/new.html", case, form=form, status=status, named=named)


def _show(number: int) -> Ask:
    def ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
        telling = form if isinstance(form, TellingForm) else TellingForm(formdata=None)
        closing = form if isinstance(form, ClosingForm) else ClosingForm(formdata=None)
        telling.whom.choices = _choices(Whom)
        closing.outcome.choices = _choices(ConcernOutcome)
        return draw(
            "staff/safeguarding/show.html",
            case,
            form=form,
            telling=telling,
            closing=closing,
            concern=_find(case, number),
            status=status,
        )

    return ask


def _find(case: Desk, number: int) -> ConcernState:
    """Return the concern, from what of the case is theirs to see; 404 where it is not."""
    return next((each for each in case.complaint.concerns if each.number == number), None) or abort(404)


def _choices(of: Any) -> list[SelectChoice]:
    return [SelectChoice(each.value, say(each, language())) for each in of]


def _onward(reference: str, number: int) -> ResponseReturnValue:
    return go_to("staff.safeguarding.show", reference=reference, number=number)
