"""Keep what the resident says to an offer of money, and pay it with proof (7.1, 7.3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import messages
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.promises import payments
from app.domain.promises.payments import PaymentDraft
from app.services.case import histories
from app.services.landlord import landlord
from app.services.mail import letters


def accept(
    session: Session, reference: str, number: int, party: int, words: str, deed: Deed, happened_on: date | None = None
) -> None:
    """Keep that they accepted it, today or on the day that staff enter; raises Refused, or Changed."""
    within = landlord.current(session).pay_offers_within
    with histories.opened(session, reference, deed, Part.OFFERS) as case:
        accepted = payments.accept(
            case.complaint,
            number,
            party,
            happened_on or deed.on,
            words,
            within,
            terms=case.terms,
            deed=deed,
            write=case.write,
        )
        case.add(accepted)


def decline(
    session: Session, reference: str, number: int, party: int, words: str, deed: Deed, happened_on: date | None = None
) -> None:
    """Keep that they do not want it; raises Refused, or Changed. It stays open to them."""
    with histories.opened(session, reference, deed, Part.OFFERS) as case:
        day = happened_on or deed.on
        declined = payments.decline(case.complaint, number, party, day, words, deed=deed, write=case.write)
        case.add(declined)


def ask(session: Session, reference: str, number: int, party: int, words: str, deed: Deed) -> None:
    """Keep their question as a message, which the named contact answers by a day; raises Refused without words."""
    within = landlord.current(session).answer_messages_within
    with histories.opened(session, reference, deed) as case:
        asked = payments.ask(case.complaint, number, party)
        message = messages.receive(case.complaint, party, words, within, terms=case.terms, deed=deed, write=case.write)
        case.add(asked, message)


def pay(session: Session, reference: str, number: int, draft: PaymentDraft, deed: Deed) -> int:
    """Write down that it was paid, and tell them; returns the letter's number, raises Refused, or Changed (7.3)."""
    with histories.opened(session, reference, deed, Part.OFFERS) as case:
        paid = payments.pay(case.complaint, number, draft, deed=deed, write=case.write)
        case.add(paid)
        return letters.issue(case, Notice.OFFER_PAID, None, paid)
