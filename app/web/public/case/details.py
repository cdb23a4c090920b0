"""What may be told once it is sent, if they like: told before, how it affected them, what it is about (R4, R6, R8)."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from app.db import writing
from app.domain.case.details import Effect, Question, ToldBefore, Topic
from app.domain.refused import Refused
from app.services.case import sent
from app.services.case.sent import Sent
from app.web.answers import words_field
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.public.case import held
from app.web.public.case.questions.hazards import asked

bp = Blueprint("details", __name__, url_prefix="/more/<int:number>")


class DetailsForm(Form):
    """One of these questions. Every one may be left empty."""

    @property
    def answer(self) -> tuple[tuple[str, ...], str]:
        """What was chosen, and what was written."""
        data = self.chosen.data or ()
        return (data,) if isinstance(data, str) else tuple(data), self.words.data or ""


class ToldBeforeForm(DetailsForm):
    chosen = RadioField(
        _l("Have you told us about this before?"),
        [Optional()],
        choices=[
            SelectChoice(ToldBefore.YES.value, _l("Yes")),
            SelectChoice(ToldBefore.NO.value, _l("No")),
            SelectChoice(ToldBefore.NOT_SURE.value, _l("I am not sure")),
        ],
    )
    words = words_field(
        _l("When was that, and how?"),
        description=_l("Roughly is enough, like “about May, by phone”. If we gave you a number, write it here."),
    )


class EffectForm(DetailsForm):
    chosen = SelectMultipleField(
        _l("How has this affected you?"),
        choices=[
            SelectChoice(Effect.HEALTH.value, _l("Health")),
            SelectChoice(Effect.CHILDREN.value, _l("Children")),
            SelectChoice(Effect.MONEY.value, _l("Money")),
            SelectChoice(Effect.SLEEP.value, _l("Sleep")),
            SelectChoice(Effect.SAFETY.value, _l("Feeling safe")),
            SelectChoice(Effect.OTHER.value, _l("Something else")),
        ],
        description=_l("Only say what you want to."),
    )
    words = words_field(_l("Tell us more about how it affects you, if you like"))


class TopicForm(DetailsForm):
    chosen = RadioField(
        _l("What is it about?"),
        [Optional()],
        choices=[
            SelectChoice(Topic.REPAIR.value, _l("A repair that was not done, or not done well")),
            SelectChoice(Topic.DAMP.value, _l("Damp or mould")),
            SelectChoice(Topic.NEIGHBOURS.value, _l("Neighbours, or feeling safe")),
            SelectChoice(Topic.RENT.value, _l("Rent or service charges")),
            SelectChoice(Topic.TREATMENT.value, _l("How staff or contractors treated me")),
            SelectChoice(Topic.SHARED_AREAS.value, _l("Cleaning and shared areas")),
            SelectChoice(Topic.MOVING.value, _l("Moving or letting")),
            SelectChoice(Topic.SOMETHING_ELSE.value, _l("Something else")),
            SelectChoice(Topic.NOT_SURE.value, _l("I am not sure")),
        ],
    )
    words = words_field(_l("Tell us more about what it is, if you like"))


class HazardsForm(DetailsForm):
    chosen = SelectMultipleField(
        _l("Could anything in the home hurt somebody?"),
        choices=(),
        description=_l("Choose all that are so. We must look at these by a day that the law sets."),
    )
    words = words_field(
        _l("When did you first tell us about it?"),
        description=_l("Roughly is enough, like “about May, by phone”. Leave it empty if this is the first time."),
    )

    def __init__(self) -> None:
        super().__init__()
        self.chosen.choices = asked()


FORMS = {
    Question.TOLD_BEFORE: ToldBeforeForm,
    Question.EFFECT: EffectForm,
    Question.TOPIC: TopicForm,
    Question.HAZARDS: HazardsForm,
}
QUESTIONS = tuple(Question)


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    question, found = _question(number), held.sent_now()
    if found is None:
        return go_to("resident.sign_ins.new")
    return _ask(FORMS[question](), number, found)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    question, found = _question(number), held.sent_now()
    if found is None:
        return go_to("resident.sign_ins.new")
    form = FORMS[question]()
    if not form.validate_on_submit():
        return _ask(form, number, found, 422)
    chosen, said = form.answer
    with suppress(Refused), writing() as session:  # refused where nothing was said, and nothing need be
        reference = found.complaint.reference
        sent.add_details(session, reference, found.party, question, chosen, said, deed(by=found.actor))
    return _go_on(number, found)


def _go_on(number: int, found: Sent) -> ResponseReturnValue:
    """Lead to the next question; a danger that was ticked before sending is not asked about again."""
    last = number == len(QUESTIONS)
    if last or (QUESTIONS[number] is Question.HAZARDS and found.complaint.hazards):
        return go_to("public.case.sent.show")
    return go_to("public.case.details.show", number=number + 1)


def _question(number: int) -> Question:
    return QUESTIONS[number - 1] if 0 < number <= len(QUESTIONS) else abort(404)


def _ask(form: DetailsForm, number: int, found: Sent, status: int = 200) -> ResponseReturnValue:
    return page(
        "public/details/show.html",
        form=form,
        status=status,
        action=url_for("public.case.details.create", number=number),
        back=url_for("public.case.sent.show"),
        many=isinstance(form, EffectForm | HazardsForm),
        leave_button=not found.is_safe,
    )
