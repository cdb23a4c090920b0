"""Ask for Stage 2 (R24): at any time, with nothing filled in, and never lost (6.12, rulings 13 and 15)."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Length

from app.domain.case.findings import points_to_answer
from app.domain.case.vocabulary import Wanted
from app.domain.deed import Deed, london_day
from app.domain.refused import Refused, Why
from app.now import now
from app.services.case import escalations, messages
from app.services.case.pages import CasePage
from app.web.answers import LONGEST_WORDS, SHORTEN
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.resident.case.opening import act, draw, standing
from app.web.resident.guards import mine
from app.web.spoken import in_words
from app.words.dates import in_full
from app.words.say import say

SAY_NOTHING = {Wanted.OTHER, Wanted.NOT_SURE}

bp = Blueprint("escalations", __name__, url_prefix="/<reference>/stage-2")


class EscalationForm(Form):
    """What we got wrong, if they care to say, and what they no longer want looked at: all of it may stay empty."""

    words = TextAreaField(
        _l("What did we get wrong?"),
        [Length(max=LONGEST_WORDS, message=SHORTEN)],
        description=_l("You do not have to say. You can leave this empty."),
    )
    points = SelectMultipleField(
        _l("Is there anything we should leave out?"),
        coerce=int,
        description=_l("We will look at everything again unless you tick it here."),
    )

    @classmethod
    def of(cls, case: CasePage) -> EscalationForm:
        """Return the form with the points of this complaint to choose from."""
        form = cls()
        left = points_to_answer(case.complaint) if case.full else ()
        points = [point for point in case.complaint.definition.points if point.number in left]
        form.points.choices = [SelectChoice(point.number, in_words(case, point.said)) for point in points]
        return form


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = standing()
    form = EscalationForm.of(case)
    form.words.data = _about_a_promise(case)
    return _ask(case, form)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    case = standing()
    form, follows = EscalationForm.of(case), case.follows
    done = gettext("You have asked for Stage 2. You do not need to do anything else.")
    return act(form, lambda *doing: _escalate(form, *doing, follows=follows), _ask, done)


@bp.post("/withdrawal")
def destroy(reference: str) -> ResponseReturnValue:
    form = EscalationForm.of(standing())
    return act(form, _take_back, _ask, gettext("You no longer ask for Stage 2. You can ask again at any time."))


def _about_a_promise(case: CasePage) -> str:
    """Return first words for who comes from a promise that was not kept: theirs to change, or to empty."""
    asked = request.args.get("promise", "")
    promise = next((each for each in case.promises if str(each.number) == asked), None)
    if promise is None or not promise.failed(london_day(now())):
        return ""
    words = {"what": case.said(promise.said), "day": in_full(promise.due_on, language())}
    return gettext("You promised this by %(day)s, and it was not done: %(what)s", **words)


def _escalate(form: EscalationForm, session: Session, doing: Deed, *, follows: bool) -> None:
    """Ask; who is not told how far it is hears the same where somebody asked before, and what they wrote is kept."""
    words, reference, party = form.words.data or "", mine().reference, mine().party
    try:
        escalations.ask(session, reference, party, doing, words=words, dropped_points=form.points.data or ())
    except Refused as refusal:
        if follows or refusal.why is not Why.STAGE_2_ALREADY_ASKED:
            raise
        if words.strip():
            messages.receive(session, reference, party, words, doing)


def _take_back(session: Session, doing: Deed) -> None:
    escalations.withdraw(session, mine().reference, mine().party, doing)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.intake.is_complaint:
        return go_to("resident.case.feelings.new", reference=case.reference)  # what is no complaint is made one first
    return draw(
        "resident/escalations/new.html", case, form=form, status=status, longest=LONGEST_WORDS, chosen=_chosen(case)
    )


def _chosen(case: CasePage) -> list[str]:
    """Return what they asked for when they sent it, until we write how we understand it: nobody asks them again."""
    if not case.full:
        return []
    wanted = [say(each, language()) for each in case.complaint.wanted if each not in SAY_NOTHING]
    return [*wanted, *filter(None, [case.said(case.complaint.wanted_words)])]
