"""Take more time (S7), and decide on more than is ordinary (6.4, 6.15, ruling 11)."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.more_time import MoreTimeDraft, latest, stage_running
from app.domain.case.vocabulary import Reason
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.services.case import more_time
from app.services.case.desks import Desk
from app.web.answers import own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, back, desk, draw
from app.web.staff.guards import guarded, may
from app.words.say import say

bp = guarded(
    Blueprint("more_time", __name__, url_prefix="/complaints/<reference>/more-time"),
    may_read=Permission.GIVE_MORE_TIME,
    may_write=Permission.GIVE_MORE_TIME,
)


class MoreTimeForm(Form):
    """Until when, why, and how often the resident hears meanwhile."""

    new_date = DayField(_l("The new date"), called=_l("The new date"))
    reason = SelectField(_l("Why, in a word"), validate_choice=False)
    words = TextAreaField(
        _l("Why, in words the resident will understand"),
        filters=[own_words],
        description=_l("This is printed in the letter."),
    )
    meanwhile = TextAreaField(_l("What we do meanwhile"), filters=[own_words])
    update_every = SelectField(_l("How often we write to say how it is going"), coerce=int, default=7)

    def draft(self) -> MoreTimeDraft:
        """Return what is asked for."""
        known = {reason.value for reason in Reason}
        return MoreTimeDraft(
            self.new_date.data,
            Reason(self.reason.data) if self.reason.data in known else None,
            self.words.data or "",
            self.meanwhile.data or "",
            int(self.update_every.data),
        )


class DecisionForm(Form):
    """Yes or no to more than the ordinary time; the button says which."""


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), _form())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = _form()
    return act(form, lambda *doing: _take(form, reference, *doing), _ask, onward=_taken)


@bp.get("/decision")
def show(reference: str) -> ResponseReturnValue:
    return _decide(desk(), DecisionForm())


@bp.post("/decision")
def decide(reference: str) -> ResponseReturnValue:
    if not may(Permission.APPROVE_MORE_TIME):
        abort(404)
    agrees = request.form.get("decision") == "yes"
    verb = more_time.approve if agrees else more_time.decline
    done = gettext("The new date is on its way.") if agrees else gettext("The date stands.")
    return act(DecisionForm(), lambda session, doing: verb(session, reference, doing), _decide, done)


def _taken() -> ResponseReturnValue:
    waits = desk().complaint.proposed is not None
    flash(
        gettext("Written. It is more than the usual time: a second person must agree. Until then the date stays.")
        if waits
        else gettext("The new date is on its way.")
    )
    return back()


def _form() -> MoreTimeForm:
    form = MoreTimeForm()
    form.reason.choices = [SelectChoice("", gettext("Choose"))] + [
        SelectChoice(reason.value, say(reason, language())) for reason in Reason
    ]
    form.update_every.choices = [
        SelectChoice(7, gettext("Every week")),
        SelectChoice(3, gettext("Every 3 days")),
        SelectChoice(14, gettext("Every 2 weeks")),
        SelectChoice(28, gettext("Every 4 weeks")),
    ]
    return form


def _take(form: MoreTimeForm, reference: str, session: Session, doing: Deed) -> None:
    more_time.ask(session, reference, form.draft(), doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("staff/more_time/new.html", case, form=form, status=status, latest=_latest(case))


def _decide(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.proposed is None or not may(Permission.APPROVE_MORE_TIME):
        abort(404)
    return draw("staff/more_time/show.html", case, form=form, status=status, asked=case.complaint.proposed)


def _latest(case: Desk) -> date | None:
    """Return the last day of ordinary more time; 404 when no answer is being waited for."""
    try:
        return latest(stage_running(case.complaint), case.terms)
    except Refused:
        abort(404)
