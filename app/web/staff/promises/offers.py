"""Offers of money (S9): made, agreed to by a second person beyond a limit, and sent (5.13, 7.1, 7.4)."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.deed import Deed, london_day
from app.domain.landlord.offer_limits import limit
from app.domain.landlord.permissions import Permission, allows
from app.domain.promises import offers as rules
from app.domain.promises.guidance import GuideSum
from app.domain.promises.offer_states import OfferStanding, OfferState
from app.now import now
from app.services.case.desks import Desk
from app.services.promises import offers
from app.web import landlord
from app.web.attempts import Act
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may, me
from app.web.staff.promises.offer_forms import ANSWER, LETTER, OfferForm
from app.words.promises.offers import guide_name

bp = guarded(
    Blueprint("offers", __name__, url_prefix="/complaints/<reference>/offers"),
    may_read=Permission.OFFER_MONEY,
    may_write=Permission.OFFER_MONEY,
)
LABEL = _l("If you do not agree, say why")
HINT = _l("Who made the offer reads this. It is not sent to the resident.")


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    form = OfferForm()
    form.raises.data = request.args.get("raises", "0")
    return _ask(desk(), form)


@bp.post("/lines")
def add_line(reference: str) -> ResponseReturnValue:
    """Show one line more to fill in; nothing is kept."""
    form = OfferForm()
    form.add_line()
    return _ask(desk(), form)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form, case = OfferForm(), desk(people=False)
    draft = form.draft(case)
    done = gettext("The offer is made. See below how it stands.")

    def do(session: Session, doing: Deed) -> None:
        offers.make(session, me(), reference, draft, doing)

    return act(form, do, _ask, done)


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _show(desk(), WordsForm(LABEL, HINT), number)


@bp.post("/<int:number>/decision")
def decide(reference: str, number: int) -> ResponseReturnValue:
    """Agree to an offer, or give it back."""
    if not may(Permission.APPROVE_OFFERS):
        abort(404)
    form, agrees = WordsForm(LABEL, HINT), request.form.get("decision") == "yes"
    done = gettext("Agreed. See below how the offer goes.") if agrees else gettext("Given back.")

    def do(session: Session, doing: Deed) -> None:
        if agrees:
            offers.agree(session, me(), reference, number, form.text, doing)
        else:
            offers.give_back(session, reference, number, form.text, doing)

    return act(form, do, lambda case, asked, status: _show(case, asked, number, status), done)


@bp.post("/<int:number>/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    """Take an offer back before the resident has heard of it."""
    return _press(
        number, lambda session, doing: offers.take_back(session, reference, number, doing), gettext("Taken back.")
    )


@bp.post("/<int:number>/letter")
def send(reference: str, number: int) -> ResponseReturnValue:
    """Send an offer that was to go with the answer in a letter of its own."""
    done = gettext("The letter is written. See under Letters how it goes.")
    return _press(number, lambda session, doing: offers.send(session, reference, number, doing), done)


def find(case: Desk, number: int) -> OfferState:
    """Return an offer of this case; 404 where it has none of this number."""
    return case.complaint.remedies.offer(number) or abort(404)


def guides(case: Desk) -> dict[str, GuideSum]:
    """Return the guidance on sums that is in force today."""
    return dict(offers.table(landlord.current(), case.terms.profile, london_day(now())))


def _press(number: int, do: Act, done: str) -> ResponseReturnValue:
    form = WordsForm(LABEL, HINT)
    return act(form, do, lambda case, asked, status: _show(case, asked, number, status), done)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not isinstance(form, OfferForm):
        return go_to("staff.offers.new", reference=case.reference)
    due, seen = rules.answer_due(case.complaint), deed().seen
    form.know(case, guides(case))
    if not form.is_submitted():
        form.goes.data = ANSWER if due else LETTER
    return draw(
        "staff/offers/new.html",
        case,
        form=form,
        status=status,
        seen=case.seen if seen is None or status == HTTPStatus.CONFLICT else seen,
        answer_due=due,
        limit=limit(landlord.current(), me().roles),
        counted=case.complaint.remedies.counted,
    )


def _show(case: Desk, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    offer, ours = find(case, number), landlord.current()
    waits = offer.standing is OfferStanding.WAITING
    mine = waits and may(Permission.APPROVE_OFFERS)
    barred = rules.may_decide(case.complaint, offer, me().id, limit(ours, me().roles)) if waits else ()
    names = {key: guide_name(each, language()) for key, each in guides(case).items()}
    return draw(
        "staff/offers/show.html",
        case,
        form=form,
        status=status,
        offer=offer,
        guides=names | {each.key: each.name for each in ours.guide_sums},
        raised=case.complaint.remedies.offer(offer.raises),
        barred=barred if mine else (),
        may_decide=mine and not barred,
        may_give_back=mine and offer.by != me().id and me().id not in case.complaint.concerned,
        others=[
            member.name
            for member in case.present
            if allows(member.roles, Permission.APPROVE_OFFERS)
            and not rules.may_decide(case.complaint, offer, member.id, limit(ours, member.roles))
        ],
        may_send=offer.standing is OfferStanding.READY,
    )
