"""Money that we offer (R23): the resident accepts it, does not want it, or asks about it. Silence changes nothing."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.deed import Deed
from app.domain.promises.offer_states import OfferStanding, OfferState
from app.services.case.pages import CasePage, offered
from app.services.promises import payments
from app.web.answers import LONGEST_WORDS, words_field
from app.web.forms import Form
from app.web.languages import language
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine
from app.words.promises.offers import to_resident

bp = Blueprint("offers", __name__, url_prefix="/<reference>/offers/<int:number>")

ACCEPT, DECLINE, ASK = "accept", "decline", "ask"
TONES = {
    OfferStanding.OFFERED: "soon",
    OfferStanding.ACCEPTED: "soon",
    OfferStanding.PAID: "done",
}


class OfferAnswerForm(Form):
    """What they say to an offer; of a question we must know the words."""

    answer = RadioField(
        _l("What would you like to do?"),
        [InputRequired(_l("Choose what you would like to do"))],
        validate_choice=False,  # what is not open any more a rule refuses, and the words stay
    )
    words = words_field(
        _l("Your question, or anything you want to add"),
        description=_l("You need not give a reason."),
    )

    def know(self, offer: OfferState) -> OfferAnswerForm:
        """Offer what may be said to it now: one that was declined can be taken up."""
        accept = SelectChoice(ACCEPT, gettext("I accept it"))
        decline = SelectChoice(DECLINE, gettext("I do not want it"))
        ask = SelectChoice(ASK, gettext("I want to ask about it"))
        first = {OfferStanding.OFFERED: [accept, decline], OfferStanding.DECLINED: [accept]}
        self.answer.choices = [*first.get(offer.standing, []), ask]
        if not offer.may_be_accepted:
            self.words.label.text, self.words.description = gettext("Do you want to ask about it?"), ""
        return self


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    case = opened()
    return _ask(case, OfferAnswerForm(), number)


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    """Keep what they say to an offer, or pass their question on."""
    form = OfferAnswerForm()
    _find(opened(), number)
    done = {
        ACCEPT: gettext("Thank you. You accepted the money. Your page says by when we pay it."),
        DECLINE: gettext("You told us that you do not want it. You can still accept it later."),
        ASK: gettext("We have your question. See under Messages by when we answer it."),
    }
    return act(
        form,
        lambda *doing: _keep(form, number, *doing),
        lambda case, asked, status: _ask(case, asked, number, status),
        done.get(form.answer.data or "", ""),
    )


def line(case: CasePage, offer: OfferState) -> dict[str, object]:
    """Return an offer as the page of the complaint lists it."""
    return {
        "number": offer.number,
        "total": offer.total,
        "state": to_resident(offer.standing, language()),
        "tone": TONES.get(offer.standing, "quiet"),
        "pay_by": offer.pay_by if offer.paid_on is None else None,
        "paid_on": offer.paid_on,
    }


def _keep(form: OfferAnswerForm, number: int, session: Session, doing: Deed) -> None:
    reference, party, words = mine().reference, mine().party, form.words.data or ""
    match form.answer.data:
        case "accept":
            payments.accept(session, reference, number, party, words, doing)
        case "decline":
            payments.decline(session, reference, number, party, words, doing)
        case _:
            payments.ask(session, reference, number, party, words, doing)


def _ask(case: CasePage, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    offer, remedies = _find(case, number), case.complaint.remedies
    if isinstance(form, OfferAnswerForm):
        form.know(offer)
    stage_2 = case.complaint.stage_2
    return draw(
        "resident/offers/show.html",
        case,
        offer=offer,
        standing=to_resident(offer.standing, language()),
        raised=remedies.offer(offer.raises),
        instead=next((each for each in offered(case.complaint) if each.raises == number), None),
        final=stage_2 is not None and stage_2.answered_on is not None,
        form=form,
        status=status,
        longest=LONGEST_WORDS,
    )


def _find(case: CasePage, number: int) -> OfferState:
    """Return an offer that stands in a letter; 404 for any other, of which the resident has not heard."""
    return next((each for each in offered(case.complaint) if each.number == number), None) or abort(404)
