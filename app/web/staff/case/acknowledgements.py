"""Acknowledge and define (S6): what we understood, who deals with it, and the date we promise (5.6, 5.7, 6.2, 6.11)."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.acknowledgements import answer_by_at_the_latest, due
from app.domain.case.independence import bar_to_handle
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission, allows
from app.domain.refused import Refused
from app.services.case import acknowledgements
from app.services.case.desks import Desk
from app.web.deed import deed
from app.web.fields import DayField
from app.web.staff.case.definitions import DefinitionForm, rows_of
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, me

bp = guarded(
    Blueprint("acknowledgements", __name__, url_prefix="/complaints/<reference>/acknowledgement"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)


class AcknowledgementForm(DefinitionForm):
    """The definition, with a name and a date."""

    handler = SelectField(_l("Who deals with it"), validate_choice=False)
    answer_by = DayField(_l("The date we promise our answer by"), called=_l("The date we promise"))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    stage = case.complaint.stage_2 or case.complaint.stage_1
    given = {"handler": str(case.complaint.handler or me().id), "answer_by": _latest(case)}
    form = AcknowledgementForm(data=rows_of(case, case.complaint.definition) | given)
    form.outcomes_unknown.data = (
        bool(stage and case.complaint.definition.points) and not case.complaint.definition.outcomes
    )
    return _ask(case, form)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = AcknowledgementForm()
    if form.adds():
        return _ask(desk(), form)
    done = gettext("The acknowledgement is written. See under Letters how it goes.")
    return act(form, lambda *doing: _acknowledge(form, reference, *doing), _ask, done)


def _acknowledge(form: AcknowledgementForm, reference: str, session: Session, doing: Deed) -> None:
    chosen = form.handler.data or ""
    handler = int(chosen) if chosen.isdecimal() else None
    acknowledgements.acknowledge(session, reference, form.draft(), handler, form.answer_by.data, doing)


def _ask(case: Desk, form: AcknowledgementForm, status: int = 200) -> ResponseReturnValue:
    able = [member for member in case.present if allows(member.roles, Permission.ACKNOWLEDGE)]
    free = [member for member in able if bar_to_handle(case.complaint, member.id) is None]
    form.handler.choices = [SelectChoice(str(member.id), member.name) for member in free]
    return draw(
        "staff/acknowledgements/new.html",
        case,
        form=form,
        status=status,
        latest=_latest(case),
        must_declare=me().id not in case.complaint.interests.clear,
    )


def _latest(case: Desk) -> date:
    """Return the last day that may be promised today; 404 when no acknowledgement is due."""
    try:
        return answer_by_at_the_latest(due(case.complaint), case.terms, deed())
    except Refused:
        abort(404)
