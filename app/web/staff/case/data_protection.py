"""A complaint about personal data is opened beside a case: with its own 30 days, and the ICO's address (ruling 16)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField
from wtforms.validators import InputRequired

from app.domain.case.feelings import refuse_unless_may_open
from app.domain.case.kinds import ICO, Kind
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Channel
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.parties import going_on
from app.domain.refused import Refused
from app.services.case import openings
from app.services.case.complaints import Made
from app.services.case.desks import Desk
from app.services.case.openings import OpeningDraft
from app.web.answers import LONGEST_WORDS, Needed, words_field
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
    Blueprint("data_protection", __name__, url_prefix="/complaints/<reference>/data-protection"),
    may_read=Permission.LOG_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)


class DataProtectionForm(Form):
    """What they say of their data, when they told us, and how."""

    words = words_field(
        _l("What went wrong with their personal data?"),
        Needed(_l("Write what went wrong with their personal data")),
        description=_l("In their own words. What is not about data stays with this case."),
    )
    received_on = DayField(
        _l("When did they tell us?"),
        [InputRequired(_l("Enter the day they told us"))],
        called=_l("The day they told us"),
        description=_l("The 30 days run from it."),
    )
    channel = SelectField(_l("How did they tell us?"), choices=CHANNELS)

    def draft(self) -> OpeningDraft:
        """Return the case that is to be opened."""
        channel = Channel(self.channel.data)
        return OpeningDraft(Kind.DATA_PROTECTION, self.received_on.data, self.words.data or "", channel)


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(people=False), DataProtectionForm(formdata=None, data={"received_on": deed().on}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form, made = DataProtectionForm(), list[tuple[Made, str]]()

    def do(session: Session, doing: Deed) -> None:
        opened = openings.open_from(session, reference, form.draft(), lookup_key(), doing)
        made.append((opened, doing.key or ""))

    return act(form, do, _ask, onward=lambda: receipts.show_once(made[0]), press=keeping_its_answer)


def may_open(complaint: Complaint) -> bool:
    """Return whether one may be opened beside a case: not from another of its kind, or for somebody who has died."""
    try:
        refuse_unless_may_open(complaint, Kind.DATA_PROTECTION)
        going_on(complaint)
    except Refused:
        return False
    return complaint.erased_on is None


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not may_open(case.complaint):
        abort(404)
    return draw("staff/data_protection/new.html", case, form=form, status=status, longest=LONGEST_WORDS, ico=ICO)
