"""The resident accepts or declines, or says nothing; what is owed is paid with proof, and to them (7.1, 7.3, 7.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import withdrawals
from app.domain.case.closures import Closed
from app.domain.case.evidence import FileAdded
from app.domain.case.files import FileKind
from app.domain.case.headlines import Headline, News, headline
from app.domain.case.phases import Phase, phase
from app.domain.case.tracks import tracks
from app.domain.case.waiting import Ask, waiting
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Stage
from app.domain.people.parties import PartyState, Role
from app.domain.promises import offers, payments
from app.domain.promises.offer_states import OfferStanding, PaidTo
from app.domain.promises.payments import PaymentDraft
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Refused, Why
from app.domain.said import Said, WordsKind
from tests.domain.case.histories import deed
from tests.domain.promises.offered import (
    ON,
    PAID,
    UPSET,
    a_case,
    accept,
    accepted,
    decline,
    made,
    offered,
    pay,
    resident,
    staff,
    the_offer,
)

LATER = date(2026, 12, 1)
TWENTY_WORKING_DAYS_ON = date(2026, 12, 23)
OFFSET = PaymentDraft(
    LATER, PaidTo.RENT_ACCOUNT, "JNL 12", asked_and_agreed=True, agreed_on=ON, agreed="On the phone, she said yes."
)


@pytest.fixture
def life():
    """Money was offered."""
    found = a_case()
    offered(found)
    return found


def to_pay(life):
    return [(duty.due_on, duty.number) for duty in duties.of(life.complaint) if duty.kind is DutyKind.PAY_OFFER]


def why_not(do, *given, **more):
    with pytest.raises(Refused) as refusal:
        do(*given, **more)
    return {(gap.why, gap.field) for gap in refusal.value.gaps}


def test_silence_changes_nothing(life):
    assert the_offer(life).standing is OfferStanding.OFFERED
    assert to_pay(life) == []
    assert [each.ask for each in waiting(life.complaint, life.complaint.party(1))] == [Ask.OFFER]


def test_what_is_accepted_is_owed_by_a_day_that_the_resident_is_told(life):
    accepted(life)

    assert the_offer(life).standing is OfferStanding.ACCEPTED
    assert to_pay(life) == [(TWENTY_WORKING_DAYS_ON, 1)]
    assert waiting(life.complaint, life.complaint.party(1)) == ()


def test_what_is_declined_can_be_taken_up_later(life):
    life.happen(resident(), decline(life, words="Too little"))
    assert the_offer(life).standing is OfferStanding.DECLINED
    assert life.complaint.ended is None
    assert why_not(decline, life) == {(Why.NOTHING_CHANGED, "")}

    life.happen(resident(LATER), accept(life, by=resident(LATER), on=LATER))

    assert the_offer(life).standing is OfferStanding.ACCEPTED


def test_what_was_accepted_or_raised_is_not_answered_again(life):
    made(life, replace(UPSET, pence=240_00), raises=1)
    life.happen(staff(), offers.issue(life.complaint, 2))
    assert why_not(accept, life, 1) == {(MoneyWhy.OFFER_NOT_OPEN, "")}

    accepted(life, 2)
    assert why_not(decline, life, 2) == {(MoneyWhy.OFFER_NOT_OPEN, "")}


def test_nobody_answers_an_offer_they_have_not_heard_of(life):
    made(life)

    assert why_not(accept, life, 2) == {(MoneyWhy.NO_SUCH_OFFER, "")}
    assert why_not(payments.ask, life.complaint, 2, 1) == {(MoneyWhy.NO_SUCH_OFFER, "")}
    assert why_not(accept, life, 7) == {(MoneyWhy.NO_SUCH_OFFER, "")}


def test_only_the_resident_answers_or_whom_they_have_confirmed(life):
    daughter = PartyState(2, Role.REPRESENTATIVE, confirmed=False)
    life.complaint = replace(life.complaint, parties=(*life.complaint.parties, daughter))

    assert why_not(accept, life, party=2) == {(Why.ONLY_THE_RESIDENT, "")}
    assert why_not(payments.ask, life.complaint, 1, 2) == {(Why.ONLY_THE_RESIDENT, "")}


def test_staff_write_down_how_they_were_told_and_on_which_day(life):
    assert why_not(accept, life, by=staff()) == {(MoneyWhy.SAID_WITHOUT_HOW, "words")}
    before, after = date(2026, 11, 24), LATER
    assert why_not(accept, life, on=before) == {(MoneyWhy.SAID_BEFORE_OFFERED, "happened_on")}
    assert why_not(accept, life, on=after) == {(Why.DATE_IN_THE_FUTURE, "happened_on")}

    life.happen(staff(), accept(life, by=staff(), words="She rang"))

    assert life.words[the_offer(life).answered.number] == "She rang"


def test_a_question_is_kept_with_the_message_it_is_asked_in(life):
    life.happen(resident(), payments.ask(life.complaint, 1, 1))

    assert the_offer(life).asked_about == (1,)
    assert the_offer(life).standing is OfferStanding.OFFERED


def test_accepting_opens_a_closed_complaint_again_until_it_is_paid(life):
    life.happen(staff(), Closed(ON, "", None, Said(1, ""), wider=False, letter=3))

    accepted(life)

    assert life.complaint.closure is None


def test_it_is_paid_with_a_reference(life):
    accepted(life)

    life.happen(staff(), pay(life))

    offer = the_offer(life)
    assert (offer.standing, offer.paid_on, offer.paid_to) == (OfferStanding.PAID, ON, PaidTo.RESIDENT)
    assert life.words[offer.proof.number] == "BACS 4471"
    assert to_pay(life) == []


def test_it_is_paid_with_a_file_of_the_case(life):
    accepted(life)
    life.happen(staff(), FileAdded(1, 0, FileKind.PDF, 9, "0" * 64, life.write(WordsKind.FILE, "Receipt")))

    life.happen(staff(), pay(life, replace(PAID, proof="", file=1)))

    assert (the_offer(life).file, the_offer(life).proof) == (1, None)


@pytest.mark.parametrize(
    ("draft", "gaps"),
    [
        (replace(PAID, proof=" "), {(MoneyWhy.PAID_WITHOUT_PROOF, "proof")}),
        (replace(PAID, proof="", file=4), {(Why.NO_SUCH_FILE, "file")}),
        (replace(PAID, happened_on=LATER), {(Why.DATE_IN_THE_FUTURE, "happened_on")}),
        (
            PaymentDraft(),
            {
                (MoneyWhy.PAID_WITHOUT_DATE, "happened_on"),
                (MoneyWhy.PAID_TO_NOBODY, "to"),
                (MoneyWhy.PAID_WITHOUT_PROOF, "proof"),
            },
        ),
        (
            replace(PAID, to=PaidTo.RENT_ACCOUNT),
            {
                (MoneyWhy.OFFSET_NOT_AGREED, "asked_and_agreed"),
                (MoneyWhy.OFFSET_NOT_ASKED_FIRST, "agreed_on"),
                (MoneyWhy.SAID_WITHOUT_HOW, "agreed"),
            },
        ),
    ],
)
def test_without_proof_or_a_yes_to_the_rent_account_it_is_not_paid(life, draft, gaps):
    accepted(life)

    assert why_not(pay, life, draft) == gaps


def test_money_goes_against_rent_only_where_the_resident_was_asked_before_and_agreed(life):
    accepted(life)
    by = deed(LATER)
    asked_after = replace(OFFSET, happened_on=ON, agreed_on=LATER)
    assert why_not(payments.pay, life.complaint, 1, asked_after, deed=by, write=life.write) == {
        (MoneyWhy.OFFSET_NOT_ASKED_FIRST, "agreed_on")
    }

    event = payments.pay(life.complaint, 1, OFFSET, deed=by, write=life.write)

    assert (event.to, event.agreed_on) == (PaidTo.RENT_ACCOUNT, ON)
    assert life.words[event.agreed.number] == "On the phone, she said yes."


def test_what_nobody_accepted_is_not_paid(life):
    assert why_not(pay, life) == {(MoneyWhy.OFFER_NOT_ACCEPTED, "")}


def test_it_stays_owed_when_the_complaint_is_withdrawn(life):
    accepted(life)

    life.happen(
        resident(),
        withdrawals.withdraw(life.complaint, 1, own_choice=True, words="", deed=resident(), write=life.write),
    )

    assert to_pay(life) == [(TWENTY_WORKING_DAYS_ON, 1)]


def test_what_is_owed_is_put_right_until_it_is_paid_and_late_once_its_day_has_passed(life):
    assert phase(answered(life)) is Phase.ANSWERED

    accepted(life)
    owed = answered(life)
    life.happen(staff(), pay(life))
    done = answered(life)

    assert (phase(owed), phase(done)) == (Phase.PUTTING_RIGHT, Phase.FINISHED)
    assert headline(owed, LATER) == Headline(News.PUTTING_RIGHT, Stage.ONE, by=TWENTY_WORKING_DAYS_ON)
    assert headline(owed, date(2026, 12, 24)).news is News.PROMISE_LATE
    assert headline(done, LATER).news is News.FINISHED
    for each in (owed, done):
        assert Phase.PUTTING_RIGHT in {step.phase for step in tracks(each)[0].steps}


def answered(life):
    return life.complaint.with_stage(Stage.ONE, answered_on=ON, answer_sent_on=ON)
