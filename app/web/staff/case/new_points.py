"""A point raised later: written down, and decided by the rule, which says its course before it is pressed (6.8)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.case import new_points as rules
from app.domain.case.definitions import PointDraft
from app.domain.case.new_points import RulingDraft
from app.domain.case.raised import About, Course, NewPointState, Ruling
from app.domain.case.vocabulary import Ours
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.services.case import new_points
from app.services.case.desks import Desk
from app.web.answers import own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import Ask, act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded
from app.web.tries import lookup_key
from app.words.case.new_points import ABOUTS

bp = guarded(
    Blueprint("new_points", __name__, url_prefix="/complaints/<reference>/new-points"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)
YES, NO = "yes", "no"


class RaisedForm(WordsForm):
    """What they told us, and when."""

    happened_on = DayField(
        _l("The day they told us"), [InputRequired(_l("Enter the day they told us"))], called=_l("The day they told us")
    )


class RulingForm(Form):
    """What the rule must know; `course` is what the page showed."""

    about = RadioField(
        _l("What is it about?"),
        choices=[SelectChoice(each.value, _l(words)) for each, words in ABOUTS.items()],
        validate_choice=False,
    )
    delays = RadioField(
        _l("Would it hold up our answer for too long to answer it with the rest?"),
        choices=[SelectChoice(YES, _l("Yes")), SelectChoice(NO, _l("No"))],
        validate_choice=False,
        description=_l("Only if it belongs to what we are looking at."),
    )
    reason = TextAreaField(
        _l("Why you think so"),
        filters=[own_words],
        description=_l("This is printed in the letter. It must be given for “something else”, and for “hold up”."),
    )
    point = TextAreaField(_l("The point, as we understand it"), filters=[own_words])
    ours = RadioField(
        _l("Is it ours to answer?"),
        choices=[
            SelectChoice(Ours.OURS.value, _l("Yes")),
            SelectChoice(Ours.NOT_OURS.value, _l("No")),
            SelectChoice(Ours.UNCLEAR.value, _l("We are finding out")),
        ],
        validate_choice=False,
    )
    course = HiddenField()

    def draft(self) -> RulingDraft:
        """Return what the handler says."""
        ours = Ours(self.ours.data) if self.ours.data in {each.value for each in Ours} else None
        return RulingDraft(
            about=next((each for each in About if each.value == self.about.data), None),
            delays={YES: True, NO: False}.get(self.delays.data or ""),
            reason=self.reason.data or "",
            point=PointDraft(self.point.data or "", ours),
            seen=next((each for each in Course if each.value == self.course.data), None),
        )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), _raised())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = _raised()
    done = gettext("It is in the record. Decide what becomes of it: see What to do next.")

    def do(session: Session, doing: Deed) -> None:
        new_points.raise_point(session, reference, None, form.text, doing, form.happened_on.data)

    return act(form, do, _ask, done)


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask_ruling(number)(desk(), RulingForm(), 200)


@bp.post("/<int:number>")
def decide(reference: str, number: int) -> ResponseReturnValue:
    form = RulingForm()
    if request.form.get("then") != "do":
        return _look(form, number)

    def do(session: Session, doing: Deed) -> None:
        new_points.decide(session, reference, number, form.draft(), lookup_key(), doing)

    return act(form, do, _ask_ruling(number), gettext("Done. The letter that says what becomes of it is written."))


def _look(form: RulingForm, number: int) -> ResponseReturnValue:
    """Show what the rule gives, and do nothing."""
    case = desk()
    if not form.validate_on_submit():
        return _ask_ruling(number)(case, form, 422)
    try:
        rules.ruling(case.complaint, number, form.draft())
    except Refused as refusal:
        return _ask_ruling(number)(case, form.explain(refusal), 422)
    return _ask_ruling(number)(case, form, 200)


def _raised() -> RaisedForm:
    return RaisedForm(_l("What they told us"), _l("In their own words, as far as you can."))


def _find(case: Desk, number: int) -> NewPointState:
    """Return a point that waits to be decided; 404 where none does."""
    waiting = [each for each in case.complaint.new_points if each.number == number and each.waits]
    return waiting[0] if waiting else abort(404)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.kin.merged_into:
        abort(404)
    return draw("staff/new_points/new.html", case, form=form, status=status)


def _ask_ruling(number: int) -> Ask:
    def ask(case: Desk, form: Form, status: int) -> ResponseReturnValue:
        point = _find(case, number)
        ruling = _ruling(case, number, form)
        if isinstance(form, RulingForm):
            form.course.data = ruling.course.value if ruling else ""
            if form.point.name not in request.form:  # it is asked only once the rule says that it joins
                form.point.data, form.ours.data = case.said(point.said), Ours.OURS.value
        return draw(
            "staff/new_points/show.html",
            case,
            form=form,
            status=status,
            point=point,
            ruling=ruling,
            acknowledge_by=case.terms.acknowledge_by(Stage.ONE, point.raised_on),
            defines=case.complaint.current is not None and case.complaint.current.acknowledged_on is not None,
        )

    return ask


def _ruling(case: Desk, number: int, form: Form) -> Ruling | None:
    """Return what the rule gives for what is chosen so far, None while it cannot say."""
    if not isinstance(form, RulingForm) or not form.about.data:
        return None
    try:
        return rules.ruling(case.complaint, number, form.draft())
    except Refused:
        return None
