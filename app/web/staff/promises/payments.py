"""What the resident told us of an offer, and its payment with proof (7.1, 7.3, 7.4)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.mail.addressees import addressee
from app.domain.promises.offer_states import OfferStanding
from app.services.case.desks import Desk
from app.services.promises import payments
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded
from app.web.staff.promises.offer_forms import ACCEPTED, PaymentForm, SaidForm
from app.web.staff.promises.offers import find

bp = guarded(
    Blueprint("payments", __name__, url_prefix="/complaints/<reference>/offers/<int:number>"),
    may_read=Permission.OFFER_MONEY,
    may_write=Permission.OFFER_MONEY,
)


@bp.get("/answer")
def answer(reference: str, number: int) -> ResponseReturnValue:
    return _ask_what_they_said(desk(), SaidForm(), number)


@bp.post("/answer")
def create_answer(reference: str, number: int) -> ResponseReturnValue:
    """Keep what the resident told us of an offer in a call, a letter or a visit."""
    form, case = SaidForm(), desk(people=False)
    do, party = payments.accept if form.said.data == ACCEPTED else payments.decline, addressee(case.complaint)

    def keep(session: Session, doing: Deed) -> None:
        do(session, reference, number, party, form.words.data or "", doing, form.happened_on.data)

    done = gettext("Written down. It stands on the page of the resident too.")
    return act(form, keep, lambda case, asked, status: _ask_what_they_said(case, asked, number, status), done)


@bp.get("/payment")
def new(reference: str, number: int) -> ResponseReturnValue:
    case = desk()
    return _ask(case, PaymentForm().know(case), number)


@bp.post("/payment")
def create(reference: str, number: int) -> ResponseReturnValue:
    """Write down that it was paid: the resident is told in a letter."""
    form = PaymentForm().know(desk())
    return act(
        form,
        lambda session, doing: payments.pay(session, reference, number, form.draft(), doing),
        lambda case, asked, status: _ask(case, asked, number, status),
        gettext("Written down. A letter tells the resident."),
    )


def _ask_what_they_said(case: Desk, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    offer = find(case, number)
    if not offer.may_be_accepted:
        abort(404)
    return draw("staff/offers/answer.html", case, form=form, status=status, offer=offer)


def _ask(case: Desk, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    offer = find(case, number)
    if offer.standing is not OfferStanding.ACCEPTED:
        abort(404)
    return draw("staff/offers/payment.html", case, form=form, status=status, offer=offer)
