"""Triage: what came is sorted, and given to somebody. No clock waits for it, and none stops (6.1)."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.db import reading
from app.domain.case.kinds import Concern, Kind
from app.domain.case.triage import TriageDraft
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission, allows
from app.now import now
from app.services.case import duplicates, requests
from app.services.case.desks import Desk
from app.services.case.requests import Sorted
from app.web import landlord
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.spoken import in_words
from app.web.staff.case.alike import row
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, may, me
from app.words.say import say

bp = guarded(
    Blueprint("triage", __name__, url_prefix="/complaints/<reference>/triage"),
    may_read=Permission.LOG_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)
CONCERNS = [
    SelectChoice(Concern.COMPLEX.value, _l("Complex: several services, or it goes far back")),
    SelectChoice(Concern.VULNERABLE.value, _l("Somebody in the home needs more support")),
    SelectChoice(Concern.RISK.value, _l("Somebody could come to harm if we are slow")),
]


class TriageForm(Form):
    """What it is, what it is about, what to mind, by when, and whose it is."""

    kind = RadioField(_l("What is it?"), [Optional()], validate_choice=False)
    service_area = SelectField(_l("What is it about?"), [Optional()], validate_choice=False)
    concerns = SelectMultipleField(_l("What should we know about it?"), choices=CONCERNS)
    due_by = DayField(_l("By when will it be done or answered?"), called=_l("The day"))
    handler = SelectField(_l("Who deals with it?"), [Optional()], validate_choice=False)

    def know(self, case: Desk) -> TriageForm:
        """Offer the kinds that it may be, the service areas, and the people who may deal with it."""
        ours, intake = landlord.current(), case.complaint.intake
        kinds = (Kind.COMPLAINT,) if intake.is_complaint else (Kind.REQUEST, Kind.ENQUIRY, Kind.DATA_PROTECTION)
        self.kind.choices = [SelectChoice(kind.value, say(kind, language())) for kind in kinds]
        kept = case.complaint.service_area
        areas = [area for area in ours.service_areas if not area.retired or area.key == kept]
        self.service_area.choices = [
            SelectChoice("", gettext("Not known yet")),
            *(SelectChoice(area.key, area.name) for area in areas),
        ]
        able = [each for each in case.present if allows(each.roles, Permission.ACKNOWLEDGE)]
        people = [SelectChoice(str(each.id), each.name) for each in able if each.id not in case.complaint.concerned]
        self.handler.choices = [SelectChoice("", gettext("Nobody yet")), *people]
        return self

    def sorted(self, was: Kind) -> Sorted:
        """Return what was decided; what is not asked stays as it was."""
        kind = next((each for each in Kind if each.value == self.kind.data), was)
        concerns = tuple(each for each in Concern if each.value in (self.concerns.data or ()))
        chosen = self.handler.data or ""
        draft = TriageDraft(kind, self.service_area.data or "", concerns, self.due_by.data)
        return Sorted(draft, int(chosen) if chosen.isdecimal() else None)


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk(people=False)
    complaint, intake = case.complaint, case.complaint.intake
    known = {
        "kind": intake.kind.value,
        "service_area": complaint.service_area,
        "concerns": [each.value for each in intake.concerns],
        "due_by": intake.due_by,
        "handler": str(complaint.handler or ""),
    }
    return _ask(case, TriageForm(formdata=None, data=known))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form, case = TriageForm(), desk(people=False)
    form.know(case)
    asked = form.sorted(case.complaint.intake.kind)

    def do(session: Session, doing: Deed) -> None:
        requests.sort(session, reference, asked, doing)

    return act(form, do, _ask, onward=_onward)


def _onward() -> ResponseReturnValue:
    flash(gettext("Sorted. Its clock ran on all the while."))
    return go_to("staff.intake.index")


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not isinstance(form, TriageForm) or case.complaint.ended is not None:
        abort(404)
    with reading() as session:
        alike = duplicates.of_case(session, me(), case, london_day(now()))
    return draw(
        "staff/triage/new.html",
        case,
        form=form.know(case),
        status=status,
        said=in_words(case, case.complaint.first_words),
        alike=[row(each) for each in alike],
        may_deal=may(Permission.DEAL_WITH_HAZARDS),
    )
