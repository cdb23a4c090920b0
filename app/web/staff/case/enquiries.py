"""The letter of an MP or councillor that joined a case: what it says, and that it was answered (ruling 6)."""

from __future__ import annotations

from typing import Self

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.enquiries import EnquiryJoined
from app.domain.case.kinds import EnquiryState
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.parties import PartyState
from app.domain.record import kind_of
from app.services.case import projections, requests
from app.services.case.desks import Desk
from app.services.case.requests import EnquiryAnswer
from app.web.answers import words_field
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.spoken import in_words
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded
from app.web.staff.people.deaths import named

ANSWER = _l("Our answer")
ANSWER_HINT = _l("It goes to them as a letter, by the way they chose. The greeting and how to reach us are added.")

bp = guarded(
    Blueprint("enquiries", __name__, url_prefix="/complaints/<reference>/enquiries"),
    may_read=Permission.WRITE_MESSAGES,
    may_write=Permission.WRITE_MESSAGES,
)


class EnquiryForm(Form):
    """The answer to who takes part; of one who does not, when they were answered and how."""

    happened_on = DayField(_l("When did our answer go?"), called=_l("The day our answer went"))
    words = words_field(
        _l("What we answered, or where the answer is filed"),
        description=_l("Only staff read this. Tell them no more than the resident would want them to know."),
    )
    as_agreed = SelectMultipleField(
        _l("Before it goes"),
        choices=[SelectChoice("yes", _l("It tells them no more about the resident than the resident agreed to"))],
        validate_choice=False,
    )

    def know(self, who: PartyState | None) -> Self:
        """Ask for the letter itself where whoever wrote takes part, and return the form."""
        if who is not None:
            self.words.label.text, self.words.description = str(ANSWER), str(ANSWER_HINT)
        return self


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask(number, desk(), EnquiryForm(formdata=None, data={"happened_on": deed().on}))


@bp.post("/<int:number>")
def create(reference: str, number: int) -> ResponseReturnValue:
    case = desk()
    form, who = EnquiryForm(), _who_wrote(case, _joined(case, number))

    def do(session: Session, doing: Deed) -> None:
        day, agreed = (form.happened_on.data, True) if who is None else (doing.on, bool(form.as_agreed.data))
        answer = EnquiryAnswer(number, day, form.words.data or "", as_agreed=agreed)
        requests.answer_enquiry(session, reference, answer, doing)

    return act(form, do, lambda *asked: _ask(number, *asked), gettext("Kept."))


def _ask(number: int, case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    enquiry = _waiting(case, number)
    who = _who_wrote(case, enquiry)
    if isinstance(form, EnquiryForm):
        form.know(who)
    return draw(
        "staff/enquiries/show.html",
        case,
        form=form,
        status=status,
        enquiry=enquiry,
        said=_said(case, number),
        who=who,
        name=named(case, enquiry.party),
    )


def _who_wrote(case: Desk, enquiry: EnquiryState) -> PartyState | None:
    """Return who wrote it, where they take part in the case and may still be written to."""
    return next((each for each in case.complaint.parties if each.number == enquiry.party and not each.silent), None)


def _waiting(case: Desk, number: int) -> EnquiryState:
    enquiry = _joined(case, number)
    return enquiry if enquiry.answered_on is None else abort(404)


def _joined(case: Desk, number: int) -> EnquiryState:
    """Return it though a colleague may have answered it a moment ago: whoever answers it too is told, not lost."""
    found = [each for each in case.complaint.intake.enquiries if each.number == number]
    return found[0] if found else abort(404)


def _said(case: Desk, number: int) -> str:
    """Return the letter, as the history points at it."""
    joined = (projections.recorded(each).event for each in case.written if each.kind == kind_of(EnquiryJoined))
    said = (each.said for each in joined if isinstance(each, EnquiryJoined) and each.number == number)
    return in_words(case, next(said, None))
