"""What the resident says to an offer of money, and its payment with proof; silence changes nothing (7.1, 7.3, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.promises.guidance import Pence
from app.domain.promises.offer_states import OfferStanding, OfferState, PaidTo
from app.domain.promises.offers import found
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """The resident said yes: it is paid by a day that they are told."""

    offer: int
    party: int
    total: Pence
    happened_on: date
    said: Said | None
    pay_by: date


@dataclass(frozen=True, slots=True)
class OfferDeclined:
    """The resident said no. The complaint goes on, and they may still take it up."""

    offer: int
    party: int
    total: Pence
    happened_on: date
    said: Said | None


@dataclass(frozen=True, slots=True)
class OfferAskedAbout:
    """The resident asked about it, in a message of that number."""

    offer: int
    party: int
    message: int


@dataclass(frozen=True, slots=True)
class OfferPaid:
    """It was paid, with what proves it: a reference in words, or a file of the case.

    `agreed_on` and `agreed` say when and how the resident agreed that it goes to their rent account.
    """

    offer: int
    total: Pence
    happened_on: date
    to: PaidTo
    proof: Said | None
    file: int
    agreed_on: date | None
    agreed: Said | None


Event = OfferAccepted | OfferDeclined | OfferAskedAbout | OfferPaid


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """A payment as somebody writes it down. `agreed` says how the resident said yes to their rent account."""

    happened_on: date | None = None
    to: PaidTo | None = None
    proof: str = ""
    file: int = 0
    asked_and_agreed: bool = False
    agreed_on: date | None = None
    agreed: str = ""


def accept(
    complaint: Complaint,
    number: int,
    party: int,
    happened_on: date,
    words: str,
    within: int,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> OfferAccepted:
    """Return the event, to be paid within so many working days; what was declined may be taken up (7.3).

    Raises Refused for an offer that is not open to it, or where staff do not say how the resident told us.
    """
    offer = _open_to(complaint, number, party, happened_on, words, deed)
    said = write(WordsKind.REPLY, words) if words.strip() else None
    pay_by = terms.in_working_days(happened_on, within)
    return OfferAccepted(number, party, offer.total, happened_on, said, pay_by)


def decline(
    complaint: Complaint, number: int, party: int, happened_on: date, words: str, *, deed: Deed, write: Write
) -> OfferDeclined:
    """Return the event; raises Refused as `accept` does, and for an offer that was declined already."""
    offer = _open_to(complaint, number, party, happened_on, words, deed)
    if offer.standing is OfferStanding.DECLINED:
        raise Refused(Why.NOTHING_CHANGED)
    said = write(WordsKind.REPLY, words) if words.strip() else None
    return OfferDeclined(number, party, offer.total, happened_on, said)


def ask(complaint: Complaint, number: int, party: int) -> OfferAskedAbout:
    """Return the event that comes before the message itself; raises Refused for an offer they have not heard of."""
    if not found(complaint, number).issued:
        raise Refused(MoneyWhy.NO_SUCH_OFFER)
    _refuse_stranger(complaint, party)
    return OfferAskedAbout(number, party, len(complaint.messages) + 1)


def _open_to(complaint: Complaint, number: int, party: int, happened_on: date, words: str, deed: Deed) -> OfferState:
    offer = found(complaint, number)
    if not offer.issued:
        raise Refused(MoneyWhy.NO_SUCH_OFFER)
    _refuse_stranger(complaint, party)
    if not offer.may_be_accepted:
        raise Refused(MoneyWhy.OFFER_NOT_OPEN)
    gaps = []
    if happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    if offer.offered_on is not None and happened_on < offer.offered_on:
        gaps.append(Gap(MoneyWhy.SAID_BEFORE_OFFERED, "happened_on"))
    if deed.by.staff_id is not None and not words.strip():
        gaps.append(Gap(MoneyWhy.SAID_WITHOUT_HOW, "words"))
    refuse_if(gaps)
    return offer


def _refuse_stranger(complaint: Complaint, party: int) -> None:
    who = complaint.party(party)
    if not who.may_act:
        raise Refused(Why.ONLY_THE_RESIDENT)


def pay(complaint: Complaint, number: int, draft: PaymentDraft, *, deed: Deed, write: Write) -> OfferPaid:
    """Return the event; raises Refused before it was accepted, without proof, or to arrears unasked (7.3, 7.4)."""
    offer = found(complaint, number)
    if offer.standing is not OfferStanding.ACCEPTED:
        raise Refused(MoneyWhy.OFFER_NOT_ACCEPTED)
    gaps = list(_wrong_with(complaint, draft, deed))
    if gaps or draft.happened_on is None or draft.to is None:
        raise Refused(*gaps)
    offset = draft.to is PaidTo.RENT_ACCOUNT
    return OfferPaid(
        offer=number,
        total=offer.total,
        happened_on=draft.happened_on,
        to=draft.to,
        proof=write(WordsKind.PROOF, draft.proof) if draft.proof.strip() else None,
        file=draft.file,
        agreed_on=draft.agreed_on if offset else None,
        agreed=write(WordsKind.NOTE, draft.agreed) if offset else None,
    )


def _wrong_with(complaint: Complaint, draft: PaymentDraft, deed: Deed) -> Iterator[Gap]:
    if draft.happened_on is None:
        yield Gap(MoneyWhy.PAID_WITHOUT_DATE, "happened_on")
    elif draft.happened_on > deed.on:
        yield Gap(Why.DATE_IN_THE_FUTURE, "happened_on")
    if draft.to is None:
        yield Gap(MoneyWhy.PAID_TO_NOBODY, "to")
    if not draft.proof.strip() and not draft.file:
        yield Gap(MoneyWhy.PAID_WITHOUT_PROOF, "proof")
    if draft.file and draft.file not in usable_files(complaint):
        yield Gap(Why.NO_SUCH_FILE, "file")
    if draft.to is PaidTo.RENT_ACCOUNT:
        yield from _not_agreed(draft)


def _not_agreed(draft: PaymentDraft) -> Iterator[Gap]:
    if not draft.asked_and_agreed:
        yield Gap(MoneyWhy.OFFSET_NOT_AGREED, "asked_and_agreed")
    if draft.agreed_on is None or (draft.happened_on is not None and draft.agreed_on > draft.happened_on):
        yield Gap(MoneyWhy.OFFSET_NOT_ASKED_FIRST, "agreed_on")
    if not draft.agreed.strip():
        yield Gap(MoneyWhy.SAID_WITHOUT_HOW, "agreed")


def usable_files(complaint: Complaint) -> tuple[int, ...]:
    """Return the numbers of the files of a case that can be opened, and so may prove a payment."""
    return tuple(each.number for each in complaint.files if each.set_aside is None)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    remedies = complaint.remedies
    match event:
        case OfferAccepted(number, _, _, happened_on, said, pay_by):
            remedies = remedies.with_offer(
                number, standing=OfferStanding.ACCEPTED, answered_on=happened_on, answered=said, pay_by=pay_by
            )
            return replace(complaint, remedies=remedies, closure=None)  # what we owe is still to be paid
        case OfferDeclined(number, _, _, happened_on, said):
            remedies = remedies.with_offer(
                number, standing=OfferStanding.DECLINED, answered_on=happened_on, answered=said
            )
        case OfferAskedAbout(number, _, message):
            offer = remedies.offer(number)
            asked = () if offer is None else offer.asked_about
            remedies = remedies.with_offer(number, asked_about=(*asked, message))
        case OfferPaid(number, _, happened_on, to, proof, file, agreed_on, agreed):
            remedies = remedies.with_offer(
                number,
                standing=OfferStanding.PAID,
                paid_on=happened_on,
                paid_to=to,
                proof=proof,
                file=file,
                agreed_on=agreed_on,
                agreed=agreed,
            )
    return replace(complaint, remedies=remedies)
