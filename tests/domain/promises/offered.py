"""A complaint in which money is offered, without a database."""

from __future__ import annotations

from datetime import date

from app.domain.case import acknowledgements
from app.domain.case.complaints import mark_concerned
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.promises import offers, payments
from app.domain.promises.guidance import OMBUDSMAN_2026, GuideSum, Head, Per
from app.domain.promises.offer_lines import LineDraft
from app.domain.promises.offer_states import OfferState, PaidTo
from app.domain.promises.offers import OfferDraft, OfferMade
from app.domain.promises.payments import PaymentDraft
from tests.domain.case.histories import Life, a_definition, deed, received

ON = date(2026, 11, 25)
ROOM = GuideSum("room", Head.ROOM_LOST, Per.WEEK, 10_00, 30_00, date(2026, 1, 1), "A room that was damp")
TABLE = {each.key: each for each in (*OMBUDSMAN_2026.sums, ROOM)}
COLD = LineDraft(guide="no-heating", times=9, reason="Nine days without heating")
UPSET = LineDraft(Head.DISTRESS, pence=100_00, reason="Cold, and not told why")
LIMIT = 250_00
PAID = PaymentDraft(ON, PaidTo.RESIDENT, "BACS 4471")


def staff(number: int = 1, on: date = ON) -> Deed:
    return deed(on, f"staff:{number}")


def resident(on: date = ON) -> Deed:
    return deed(on, "party:1.1")


def a_case(*concerned: int) -> Life:
    life = received()
    if concerned:
        life.happen(staff(), mark_concerned(life.complaint, concerned))
    return life


def to_answer() -> Life:
    """A complaint that is acknowledged, and waits for its answer."""
    life, by = received(), staff()
    life.happen(
        by,
        acknowledgements.acknowledge(
            life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
        ),
    )
    return life


def make(life: Life, draft: OfferDraft, by: int = 1, limit: int | None = LIMIT) -> OfferMade:
    return offers.make(life.complaint, draft, TABLE, limit, terms=life.terms, deed=staff(by), write=life.write)


def made(life: Life, *lines: LineDraft, raises: int = 0, with_answer: bool = False) -> OfferMade:
    event = make(life, OfferDraft(lines or (COLD, UPSET), raises, with_answer))
    life.happen(staff(), event)
    return event


def offered(life: Life, *lines: LineDraft, raises: int = 0) -> int:
    """Offer money in a letter of its own, and return its number."""
    number = made(life, *lines, raises=raises).offer
    life.happen(staff(), offers.issue(life.complaint, number))
    issued = life.complaint.current
    assert issued is not None
    life.issue(staff(), Notice.OFFER, issued.stage)
    return number


def accept(life: Life, number: int = 1, by: Deed | None = None, words: str = "", on: date = ON, party: int = 1):
    return payments.accept(
        life.complaint, number, party, on, words, 20, terms=life.terms, deed=by or resident(), write=life.write
    )


def decline(life: Life, number: int = 1, by: Deed | None = None, words: str = "", on: date = ON):
    return payments.decline(life.complaint, number, 1, on, words, deed=by or resident(), write=life.write)


def accepted(life: Life, number: int = 1) -> None:
    life.happen(resident(), accept(life, number))


def pay(life: Life, draft: PaymentDraft = PAID, number: int = 1):
    return payments.pay(life.complaint, number, draft, deed=staff(), write=life.write)


def the_offer(life: Life, number: int = 1) -> OfferState:
    return offers.found(life.complaint, number)
