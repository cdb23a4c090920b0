"""How they feel about it: the choice of a complaint is offered, and the answer kept (1.3, 1.5, ruling 16)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case.feelings import FeelingDraft
from app.domain.case.kinds import Feeling, Kind
from app.domain.case.vocabulary import Channel
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import openings, requests
from app.services.case.complaints import Made
from app.services.case.desks import Desk
from app.services.case.openings import OpeningDraft
from app.web.answers import LONGEST_WORDS, words_field
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.pressed import keeping_its_answer
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.questions import CHANNELS
from app.web.staff.guards import guarded
from app.web.staff.people import receipts
from app.web.tries import lookup_key

bp = guarded(
    Blueprint("feelings", __name__, url_prefix="/complaints/<reference>/feeling"),
    may_read=Permission.LOG_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)


class FeelingForm(Form):
    """One of the three answers, when they gave it, how, and what they said."""

    feeling = RadioField(
        _l("What did they say?"),
        [Optional()],
        choices=[
            SelectChoice(Feeling.WANTS_COMPLAINT.value, _l("They are unhappy, and want a complaint")),
            SelectChoice(Feeling.SAID_NO.value, _l("They are unhappy. We offered a complaint, and they said no")),
            SelectChoice(Feeling.NOTHING_WRONG.value, _l("They only ask: nothing has gone wrong yet")),
        ],
    )
    happened_on = DayField(
        _l("When did they say so?"),
        called=_l("The day they said so"),
        description=_l("A complaint is received on this day, and its clock runs from it."),
    )
    channel = SelectField(_l("How did they tell us?"), [Optional()], choices=CHANNELS)
    words = words_field(
        _l("What they said, in their own words"),
        description=_l("Leave it empty, and the complaint has the words that this began with."),
    )

    @property
    def said(self) -> Feeling | None:
        """Return which of the three it is, None while nothing is chosen."""
        return next((each for each in Feeling if each.value == self.feeling.data), None)


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(people=False), FeelingForm(formdata=None, data={"happened_on": deed().on}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = FeelingForm()
    if form.said is Feeling.WANTS_COMPLAINT:
        return _open(form, reference)
    return act(form, lambda *doing: _tell(form, reference, *doing), _ask, gettext("Kept."))


def _tell(form: FeelingForm, reference: str, session: Session, doing: Deed) -> None:
    draft = FeelingDraft(form.said, form.happened_on.data, form.words.data or "")
    requests.tell_feeling(session, reference, draft, doing)


def _open(form: FeelingForm, reference: str) -> ResponseReturnValue:
    made: list[tuple[Made, str]] = []

    def do(session: Session, doing: Deed) -> None:
        draft = OpeningDraft(
            Kind.COMPLAINT, form.happened_on.data, form.words.data or "", Channel(form.channel.data or "phone")
        )
        opened = openings.open_from(session, reference, draft, lookup_key(), doing)
        made.append((opened, doing.key or ""))

    return act(form, do, _ask, onward=lambda: receipts.show_once(made[0]), press=keeping_its_answer)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.intake.is_complaint or case.complaint.kin.opened is not None:
        abort(404)
    return draw("staff/feelings/new.html", case, form=form, status=status, longest=LONGEST_WORDS)
