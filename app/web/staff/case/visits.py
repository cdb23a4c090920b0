"""A visit or call to somebody who has complained often: what would help, and what came of it."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case.visits import VisitDraft, VisitOutcome
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import visits
from app.services.case.desks import Desk
from app.web.answers import LONGEST_WORDS, words_field
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("visits", __name__, url_prefix="/complaints/<reference>/visit"),
    may_read=Permission.LOG_CONTACTS,
    may_write=Permission.LOG_CONTACTS,
)


class VisitForm(Form):
    """What came of it, when, and what was said."""

    outcome = RadioField(
        _l("What came of it?"),
        [Optional()],
        choices=[
            SelectChoice(VisitOutcome.VISITED.value, _l("We visited them")),
            SelectChoice(VisitOutcome.RANG.value, _l("We talked on the phone")),
            SelectChoice(VisitOutcome.NO_THANK_YOU.value, _l("They said no thank you")),
            SelectChoice(VisitOutcome.NOT_REACHED.value, _l("We tried, and could not reach them")),
        ],
    )
    happened_on = DayField(_l("When?"), called=_l("The day"))
    words = words_field(_l("What would help, and what we arranged"))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), VisitForm(formdata=None, data={"happened_on": deed().on}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = VisitForm()
    return act(form, lambda *doing: _make(form, reference, *doing), _ask, gettext("Kept."))


def _make(form: VisitForm, reference: str, session: Session, doing: Deed) -> None:
    outcome = next((each for each in VisitOutcome if each.value == form.outcome.data), None)
    visits.make(session, reference, VisitDraft(outcome, form.happened_on.data, form.words.data or ""), doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.has_task(DutyKind.VISIT):
        abort(404)
    return draw("staff/visits/new.html", case, form=form, status=status, longest=LONGEST_WORDS)
