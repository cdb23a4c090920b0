"""Who complained, added to a case that was brought in without them: their name, how they are reached (5.10)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Length, Optional

from app.domain.case.drafts import Answers, Whose
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.complainants import may_be_added
from app.services.case import arrivals
from app.services.case.desks import Desk
from app.services.people import complainants
from app.web import landlord
from app.web.answers import LONGEST_LINE, TOO_LONG, Needed, one_line
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.questions import ArrivalForm
from app.web.staff.guards import guarded
from app.web.staff.reaching import PRIVATE
from app.words.languages import called

bp = guarded(
    Blueprint("complainants", __name__, url_prefix="/complaints/<reference>/complainant"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)


class ComplainantForm(Form):
    """Who it is, and how they are reached: asked as when a complaint is logged."""

    name = StringField(
        _l("Full name of the resident"),
        [Needed(_l("Enter the resident’s full name")), Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw=PRIVATE,
    )
    postcode = ArrivalForm.postcode
    address = ArrivalForm.address
    safe = ArrivalForm.safe
    cautions = ArrivalForm.cautions
    mind = ArrivalForm.mind
    ways = ArrivalForm.ways
    email = ArrivalForm.email
    text_to = ArrivalForm.text_to
    phone = ArrivalForm.phone
    letter_to = ArrivalForm.letter_to
    main = ArrivalForm.main
    detail = ArrivalForm.detail
    language = SelectField(_l("Language for our letters"), [Optional()])
    needs = ArrivalForm.needs
    needs_words = ArrivalForm.needs_words

    def know(self) -> ComplainantForm:
        """Offer the languages that the landlord writes."""
        self.language.choices = [SelectChoice(code, called(code, "en")) for code in landlord.current().languages]
        return self

    def answers(self) -> Answers:
        """Return what was typed and ticked, by the names of the resident's own questions."""
        said = {field.name: field.data or "" for field in self if isinstance(field.data, str | list)}
        return said | {"whose": Whose.ME.value}


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), ComplainantForm(formdata=None).know())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = ComplainantForm().know()

    def do(session: Session, doing: Deed) -> None:
        told = arrivals.new_complaint(session, form.answers(), doing.on)
        complainants.add(session, reference, told.resident, doing)

    return act(form, do, _ask, gettext("They are part of the case from now on, and can be written to."))


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if status == 200 and not may_be_added(case.complaint):
        abort(404)
    return draw("staff/complainants/new.html", case, form=form, status=status)
