"""The complaints of Wellmeadow's residents in which money is offered: waiting, raised and accepted, and paid."""

from __future__ import annotations

from app.demo import post
from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.clock.profiles import Finding
from app.domain.promises.guidance import Head
from app.domain.promises.offer_lines import LineDraft
from app.domain.promises.offer_states import PaidTo
from app.domain.promises.offers import OfferDraft
from app.domain.promises.payments import PaymentDraft
from app.services.landlord import staff
from app.services.promises import offers, payments

MISSED = LineDraft(guide="missed-appointment", times=3, reason="Nobody came on three days, and you had waited in.")
TROUBLE = LineDraft(Head.TROUBLE, pence=80_00, reason="You rang us eleven times to find out when we would come.")


def money_raised_then_accepted(tell: Teller) -> None:
    tell.sends(30, "You sent nobody, three times.", by_email("Leila Haddad", "10 Mead Lane"), "leila")
    tell.acknowledged(27, "sam", ("Three visits that nobody came to",), ("Money for the days off work",))
    _offers(tell, 18, "sam", MISSED, with_answer=True)
    tell.answered(18, "sam", "We missed all three visits, and we are sorry.")
    _asks(tell, 12, "Is this for the calls I made too?")
    tell.writes_to_them(9, "sam", "It was not. We have counted them, and offer you more.")
    _offers(tell, 9, "sam", MISSED, TROUBLE, raises=1)
    _accepts(tell, 2, 2)


def money_waits_for_a_second_person(tell: Teller) -> None:
    tell.sends(11, "We had no hot water for six weeks.", by_email("Kwame Asante", "12 Lock Street"), "kwame")
    tell.acknowledged(8, "sam", ("No hot water for six weeks",), ("Money back",))
    cold = LineDraft(guide="no-heating", times=42, reason="You had no hot water for 42 days.")
    spent = LineDraft(Head.MONEY_LOST, pence=126_50, reason="You paid for the showers at the pool.")
    _offers(tell, 0, "sam", cold, spent, with_answer=True)


def money_paid(tell: Teller) -> None:
    tell.sends(40, "Your men broke my gate and left.", by_letter("Winifred Shaw", "20 Mead Lane"), "winifred")
    tell.acknowledged(37, "priya", ("The gate was broken and left",), ("A new gate",))
    tell.answered(28, "priya", "Our contractor broke it. We are sorry.", finding=Finding.PARTLY_UPHELD)
    gate = LineDraft(Head.MONEY_LOST, pence=185_00, reason="You paid for a new gate, and sent us the bill.")
    _offers(tell, 24, "priya", gate)
    _accepts(tell, 16, 1, "priya", "She rang: yes, that is what the gate cost.")
    draft = PaymentDraft(tell.ours(10, "dana").on, PaidTo.RESIDENT, "Bank transfer WM-20417")
    payments.pay(tell.session, tell.made.reference, 1, draft, tell.ours(10, "dana"))
    _post(tell, 10)
    tell.closes(6, "priya", "contractor", "Ask the contractor to look at the gate before they leave.")


def _offers(tell: Teller, ago: int, by: str, *lines: LineDraft, raises: int = 0, with_answer: bool = False) -> None:
    """Staff offer money, in the answer or in a letter of its own."""
    me = next(each for each in staff.present(tell.session) if each.id == tell.staff[by])
    draft = OfferDraft(lines, raises, with_answer)
    offers.make(tell.session, me, tell.made.reference, draft, tell.ours(ago, by))
    _post(tell, ago)


def _accepts(tell: Teller, ago: int, offer: int, told: str = "", words: str = "") -> None:
    """The resident accepts an offer on their page, or tells somebody of the staff that they do."""
    deed = tell.ours(ago, told) if told else tell.theirs(ago)
    payments.accept(tell.session, tell.made.reference, offer, 1, words, deed)


def _asks(tell: Teller, ago: int, words: str) -> None:
    """The resident asks about the first offer."""
    deed = tell.theirs(ago)
    payments.ask(tell.session, tell.made.reference, 1, 1, words, deed)


def _post(tell: Teller, ago: int) -> None:
    """Let what was written that day have gone that day, unless it is today's."""
    if ago > 0:
        post.carry(tell.session, tell.ours(ago, "sam").at)
        post.post_letters(tell.session, tell.made.reference, tell.ours(ago, "sam"))
