"""What can be tried of money, beside all else that can be tried on a complaint."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from app.domain.mail.notices import Notice
from app.domain.promises import offers, payments
from app.domain.promises.guidance import Head
from app.domain.promises.offer_lines import LineDraft
from app.domain.promises.offer_states import PaidTo
from app.domain.promises.offers import OfferDraft
from app.domain.promises.payments import PaymentDraft
from tests.domain.case.histories import deed
from tests.domain.case.lives import STAFF, AComplaint
from tests.domain.promises.offered import LIMIT, TABLE

OFFER = st.integers(1, 3)
SOMETIMES_NONE = st.sampled_from([LIMIT, None])


def _offered(life: AComplaint) -> bool:
    return bool(life.life.complaint.remedies.offers)


class AComplaintWithMoney(AComplaint):
    """One complaint, and the money that is offered in it."""

    @rule(staff=STAFF, pence=st.sampled_from([50_00, 200_00, 900_00]), raises=st.integers(0, 2), later=st.booleans())
    def offer_money(self, staff: int, pence: int, raises: int, later: bool) -> None:
        life, draft = self.life, OfferDraft((LineDraft(Head.DISTRESS, pence=pence, reason="Cold"),), raises, later)
        done = self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [offers.make(life.complaint, draft, TABLE, LIMIT, terms=life.terms, deed=by, write=life.write)],
        )
        if done and not later:
            self.send_an_offer(len(life.complaint.remedies.offers))

    @precondition(_offered)
    @rule(number=OFFER)
    def send_an_offer(self, number: int) -> None:
        life, by = self.life, deed(self.today)
        if self.happen(by, lambda _: [offers.issue(life.complaint, number)]) and life.complaint.current is not None:
            life.issue(by, Notice.OFFER, life.complaint.current.stage)

    @precondition(_offered)
    @rule(number=OFFER, staff=STAFF, limit=SOMETIMES_NONE)
    def agree_to_an_offer(self, number: int, staff: int, limit: int | None) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{staff}"), lambda by: [offers.agree(life.complaint, number, limit, deed=by)]
        )

    @precondition(_offered)
    @rule(number=OFFER, staff=STAFF, words=st.sampled_from(["", "Too much"]))
    def give_an_offer_back(self, number: int, staff: int, words: str) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [offers.give_back(life.complaint, number, words, deed=by, write=life.write)],
        )

    @precondition(_offered)
    @rule(number=OFFER)
    def take_an_offer_back(self, number: int) -> None:
        life = self.life
        self.happen(deed(self.today), lambda by: [offers.take_back(life.complaint, number, deed=by)])

    @precondition(_offered)
    @rule(number=OFFER, yes=st.sampled_from([True, True, False]), days_ago=st.sampled_from([0, 0, 3]))
    def answer_an_offer(self, number: int, yes: bool, days_ago: int) -> None:
        life, on = self.life, self.today - timedelta(days=days_ago)
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [
                payments.accept(life.complaint, number, 1, on, "", 20, terms=life.terms, deed=by, write=life.write)
                if yes
                else payments.decline(life.complaint, number, 1, on, "", deed=by, write=life.write)
            ],
        )

    @precondition(_offered)
    @rule(number=OFFER)
    def ask_about_an_offer(self, number: int) -> None:
        life = self.life
        self.happen(deed(self.today, "party:1.1"), lambda _: [payments.ask(life.complaint, number, 1)])

    @precondition(_offered)
    @rule(
        number=OFFER,
        to=st.sampled_from(PaidTo),
        proof=st.sampled_from(["BACS 4471", "BACS 4471", ""]),
        agreed=st.booleans(),
    )
    def pay_an_offer(self, number: int, to: PaidTo, proof: str, agreed: bool) -> None:
        life, on = self.life, self.today
        asked = PaymentDraft(on, to, proof, 0, agreed, on if agreed else None, "She said yes" if agreed else "")
        self.happen(
            deed(self.today), lambda by: [payments.pay(life.complaint, number, asked, deed=by, write=life.write)]
        )
