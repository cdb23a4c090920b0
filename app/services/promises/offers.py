"""Offer money, let a second person agree to it, and send it in a letter of its own (7.1, 7.4)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.domain.clock.calendar import Day
from app.domain.clock.profiles import Profile
from app.domain.deed import Deed
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.offer_limits import limit
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.promises import guidance, offers
from app.domain.promises.guidance import GuideSum
from app.domain.promises.offers import OfferDraft
from app.services.case import histories
from app.services.case.histories import Case
from app.services.landlord import landlord
from app.services.mail import letters
from app.store.landlord.staff import Member

PARTS = (Part.OFFERS, Part.END)


def table(landlord: Landlord, profile: Profile, day: Day) -> Mapping[str, GuideSum]:
    """Return the guidance on sums to go by on a day, by key: the Ombudsman's and the landlord's own."""
    return guidance.table(profile.nation, landlord.guide_sums, day)


def make(session: Session, me: Member, reference: str, draft: OfferDraft, deed: Deed) -> int:
    """Make an offer and return its number; it goes at once unless it waits for somebody, or for the answer.

    Raises Refused with every gap, or Changed.
    """
    ours = landlord.current(session)
    with histories.opened(session, reference, deed, *PARTS, Part.ANSWER) as case:
        made = offers.make(
            case.complaint,
            draft,
            table(ours, case.terms.profile, deed.on),
            limit(ours, me.roles),
            terms=case.terms,
            deed=deed,
            write=case.write,
        )
        case.add(made)
        if made.decide_by is None and not made.with_answer:
            _send(case, made.offer)
        return made.offer


def agree(session: Session, me: Member, reference: str, number: int, words: str, deed: Deed) -> None:
    """Agree to an offer, which then goes as it was meant to; raises Refused for who may not, or Changed (4.2)."""
    within = limit(landlord.current(session), me.roles)
    with histories.opened(session, reference, deed, *PARTS, Part.ANSWER) as case:
        case.add(offers.agree(case.complaint, number, within, deed=deed, words=words))
        offer = offers.found(case.complaint, number)
        if not (offer.with_answer and offers.answer_due(case.complaint)):
            _send(case, number)


def give_back(session: Session, reference: str, number: int, words: str, deed: Deed) -> None:
    """Do not agree to an offer, and say why; raises Refused for who made it, or Changed."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        case.add(offers.give_back(case.complaint, number, words, deed=deed, write=case.write))


def take_back(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Take back an offer that has not gone; raises Refused once it has, or Changed."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        case.add(offers.take_back(case.complaint, number, deed=deed))


def send(session: Session, reference: str, number: int, deed: Deed) -> int:
    """Send an offer that was to go with the answer in a letter of its own; returns the letter's number, or Changed."""
    with histories.opened(session, reference, deed, *PARTS, Part.ANSWER) as case:
        return _send(case, number)


def _send(case: Case, number: int) -> int:
    issued = offers.issue(case.complaint, number)
    case.add(issued)
    return letters.issue(case, Notice.OFFER, None, issued)
