"""Money that is offered, in every state, made by the services; tests/states.py has these among the others."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.landlord.permissions import Role
from app.domain.promises.guidance import Head
from app.domain.promises.offer_lines import LineDraft
from app.domain.promises.offer_states import PaidTo
from app.domain.promises.offers import OfferDraft
from app.domain.promises.payments import PaymentDraft
from app.services.case.complaints import Made
from app.services.promises import offers, payments
from app.store.landlord.staff import Member
from tests.cases import an_answered, deed, who_comes_back

OFFERED = date(2026, 12, 9)
COLD = LineDraft(guide="no-heating", times=9, reason="You had no heating for nine days.")
UPSET = LineDraft(Head.DISTRESS, pence=100_00, reason="You were cold, and nobody told you when it would end.")
LARGE = LineDraft(Head.MONEY_LOST, pence=900_00, reason="You bought heaters and paid to run them.")
LONG = "Es war sehr kalt, und niemand hat uns gesagt, wie lange es noch dauert. " * 20


def a_member(number: int, role: Role) -> Member:
    """Somebody of the staff, as who is signed in."""
    return Member(number, f"Staff {number}", "", "", frozenset({role}))


HANDLER, OFFICER = a_member(1, Role.HANDLER), a_member(2, Role.COMPLAINTS_OFFICER)


def _answered(session: Session) -> Made:
    who = who_comes_back()
    return an_answered(session, on=date(2026, 12, 8), person=who, key=uuid4().hex)


def offer(session: Session, made: Made, *lines: LineDraft, on: date = OFFERED, raises: int = 0) -> int:
    """A handler offers money in a letter of its own, or to a second person where it is too much for them."""
    return offers.make(session, HANDLER, made.reference, OfferDraft(lines, raises), deed(on, "staff:1"))


def money_offered(session: Session) -> tuple[Made, date]:
    made = _answered(session)
    offer(session, made, COLD, UPSET)
    return made, OFFERED


def money_waits(session: Session) -> tuple[Made, date]:
    made = _answered(session)
    offer(session, made, COLD, LARGE)
    return made, OFFERED


def money_raised(session: Session) -> tuple[Made, date]:
    """One offer took the place of another, and the words are long."""
    made, on = money_offered(session)
    offer(session, made, COLD, LineDraft(Head.TROUBLE, pence=150_00, reason=LONG), raises=1)
    return made, on


def money_accepted(session: Session) -> tuple[Made, date]:
    made, on = money_offered(session)
    payments.accept(session, made.reference, 1, 1, "", deed(on, f"party:{made.case_id}.1"))
    return made, on


def money_declined(session: Session) -> tuple[Made, date]:
    made, on = money_offered(session)
    payments.decline(session, made.reference, 1, 1, "It is too little.", deed(on, f"party:{made.case_id}.1"))
    return made, on


def money_paid(session: Session) -> tuple[Made, date]:
    made, on = money_accepted(session)
    paid = PaymentDraft(on, PaidTo.RESIDENT, "BACS 4471")
    payments.pay(session, made.reference, 1, paid, deed(on, "staff:1"))
    return made, on


IN_MONEY = (money_offered, money_waits, money_raised, money_accepted, money_declined, money_paid)
