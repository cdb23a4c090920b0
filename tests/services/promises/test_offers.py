"""Money goes in a letter, with its reasons and what saying yes does not end; two who press at once make one deed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from app.db import Database
from app.domain.case.vocabulary import Ended
from app.domain.changed import Changed
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.offer_limits import limit
from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.domain.promises.offer_states import OfferStanding, PaidTo
from app.domain.promises.offers import OfferDraft
from app.domain.promises.payments import PaymentDraft
from app.domain.promises.remedies import RemedyKind
from app.domain.refused import Refused
from app.services.case import answer_checks, closures, desks, histories, projections, responses, withdrawals
from app.services.landlord import landlord
from app.services.promises import offers, payments
from app.store.clock.duty_rows import DutyRow
from app.store.record import read
from tests import states
from tests.cases import an_acknowledged, an_answer, deed
from tests.letters import in_order, letter
from tests.money import COLD, HANDLER, LARGE, OFFICER, UPSET, money_accepted, money_offered, money_paid, offer

TAKEN = date(2026, 12, 2)


def state(session, made):
    return histories.found(session, made.reference, deed()).complaint


def the_offer(session, made, number=1):
    return state(session, made).remedies.offer(number)


def to_answer(session, *lines, me=HANDLER):
    """Money is to go with an answer that is due."""
    made = an_acknowledged(session)
    draft = OfferDraft(lines or (COLD, UPSET), with_answer=True)
    offers.make(session, me, made.reference, draft, deed(TAKEN, f"staff:{me.id}"))
    return made


@pytest.mark.parametrize(
    ("roles", "most"),
    [
        ({Role.HANDLER}, 250_00),
        ({Role.STAGE_2_REVIEWER}, 500_00),
        ({Role.HANDLER, Role.SERVICE_MANAGER}, 1_000_00),
        ({Role.HEAD_OF_SERVICE}, 2_500_00),
        ({Role.HANDLER, Role.DIRECTOR}, None),
        ({Role.COMPLAINTS_OFFICER}, None),
        ({Role.VIEWER}, 0),
    ],
)
def test_how_much_somebody_may_offer_goes_by_their_roles(roles, most):
    assert limit(Landlord(), roles) == most


def test_an_offer_outside_an_answer_goes_in_a_letter_of_its_own(session):
    made, _ = money_offered(session)

    in_order(
        letter(session, made),
        "We offer you £172.",
        "Heating, hot water, power or light that was lost | You had no heating for nine days. | £72",
        "Distress and inconvenience | You were cold, and nobody told you when it would end. | £100",
        "we pay within 20 working days, and we pay you",
        "We do not set it against rent that you may owe, unless we ask you and you agree.",
        "If you do not answer, nothing changes.",
        "You can still ask for Stage 2, and you can still go to the Housing Ombudsman.",
    )
    assert state(session, made).letters[-1].notice is Notice.OFFER
    assert (the_offer(session, made).stage, the_offer(session, made).with_answer) == (1, False)


def test_a_higher_offer_says_what_was_offered_before(session):
    made, _ = money_offered(session)

    offer(session, made, replace(UPSET, pence=200_00), raises=1)

    assert "Before, we had offered you £172. This offer takes its place." in letter(session, made)
    issued = [each for each in read(session, f"complaint:{made.case_id}") if each.kind == "offer_issued"]
    sums = [(one.before, one.total, one.raises) for one in (projections.recorded(each).event for each in issued)]
    assert sums == [(0, 172_00, 0), (172_00, 200_00, 1)]


def test_what_is_too_much_for_one_waits_and_goes_once_another_agrees(session):
    made, on = states.STATES["money_waits"](session)
    before = len(state(session, made).letters)
    assert session.query(DutyRow).filter_by(kind=DutyKind.APPROVE_OFFER.value).count() == 1

    offers.agree(session, OFFICER, made.reference, 1, "", deed(on, "staff:2"))

    assert the_offer(session, made).standing is OfferStanding.OFFERED
    assert len(state(session, made).letters) == before + 1


def test_an_answer_prints_what_it_gives_and_its_money_and_that_nothing_ends(session):
    made = to_answer(session)

    responses.issue(session, made.reference, an_answer(), deed(TAKEN, "staff:1"))

    in_order(
        letter(session, made),
        "We are sorry",
        "We say sorry",
        "We offer money",
        "We offer you £172.",
        "Nothing is left for us to do.",
    )
    assert "If you accept it, your complaint does not end because of it." in letter(session, made)
    complaint = state(session, made)
    assert complaint.remedies.given[0].kinds == (RemedyKind.APOLOGY, RemedyKind.MONEY)
    assert (complaint.remedies.offers[0].letter, complaint.letters[-1].notice) == (
        complaint.letters[-1].number,
        Notice.ANSWER,
    )


def test_after_the_final_answer_a_letter_speaks_of_no_stage_2(session):
    made, on = states.final_answer(session)

    offer(session, made, UPSET, on=on)

    assert "you can still go to the Housing Ombudsman" in letter(session, made)
    assert "You can still ask for Stage 2" not in letter(session, made)


def test_an_answer_does_not_go_while_its_money_waits(session):
    made = to_answer(session, LARGE)

    with pytest.raises(Refused, match="offer_not_decided"):
        responses.issue(session, made.reference, an_answer(), deed(TAKEN, "staff:1"))


def test_no_check_sends_another_letter_than_was_looked_at_once_money_joins_it(session):
    made = to_answer(session)
    by, checker = deed(TAKEN, "staff:1"), deed(TAKEN, "staff:2")
    number = answer_checks.ask(session, made.reference, an_answer(), by)
    desk = desks.find(session, OFFICER, made.reference, "en")
    looked_at = answer_checks.mark_of(answer_checks.letter_of(desk, number, landlord.current(session), checker))
    more = OfferDraft((replace(UPSET, pence=50_00),), with_answer=True)
    offers.make(session, HANDLER, made.reference, more, by)

    with pytest.raises(Changed):
        answer_checks.approve(session, made.reference, number, looked_at, checker)


def test_an_offer_agreed_to_after_the_answer_has_gone_goes_on_its_own(session):
    made = to_answer(session, LARGE)
    withdrawals.withdraw(
        session, made.reference, 1, own_choice=True, words="", deed=deed(TAKEN, f"party:{made.case_id}.1")
    )
    assert state(session, made).ended is Ended.WITHDRAWN

    offers.agree(session, OFFICER, made.reference, 1, "", deed(TAKEN, "staff:2"))

    assert the_offer(session, made).standing is OfferStanding.OFFERED
    assert state(session, made).letters[-1].notice is Notice.OFFER


def test_a_payment_is_told_in_a_letter(session):
    made, _ = money_paid(session)

    in_order(letter(session, made), "We paid £172 on Wednesday 9 December 2026.", "It was paid to you.", "Ombudsman")
    assert "BACS" not in letter(session, made)


def test_a_payment_to_the_rent_account_names_the_day_they_agreed(session):
    made, on = money_accepted(session)
    draft = PaymentDraft(on, PaidTo.RENT_ACCOUNT, "JNL 4", asked_and_agreed=True, agreed_on=on, agreed="On the phone.")

    payments.pay(session, made.reference, 1, draft, deed(on, "staff:1"))

    said = "It was paid to your rent account. You agreed to that on Wednesday 9 December 2026."
    assert said in letter(session, made)


def test_the_closing_letter_says_what_was_paid_and_what_is_still_open(session):
    made, on = money_paid(session)
    offer(session, made, replace(UPSET, pence=50_00))
    draft = closures.ClosingDraft("", "The part was never ordered.", "Order parts the same day.", wider=False)

    closures.close(session, made.reference, draft, deed(on, "staff:1"))

    in_order(letter(session, made), "Pay you £172", "Paid on Wednesday 9 December 2026", "still accept the £50")


def test_the_projection_of_money_is_what_the_record_says(session):
    made, _ = money_accepted(session)
    kept = session.query(DutyRow.kind, DutyRow.due_on).filter_by(kind=DutyKind.PAY_OFFER.value).all()

    projections.rebuild(session, f"complaint:{made.case_id}")

    assert kept == session.query(DutyRow.kind, DutyRow.due_on).filter_by(kind=DutyKind.PAY_OFFER.value).all() != []


def test_two_who_answer_or_pay_at_once_do_it_once(own_database: Database):
    with own_database.writing() as session:
        made, on = money_accepted(session)
        seen = state(session, made).position

    def pay(number: int) -> str:
        doing = deed(on, f"staff:{number}", seen=seen, key=f"press-{number}")
        try:
            with own_database.writing() as session:
                payments.pay(session, made.reference, 1, PaymentDraft(on, PaidTo.RESIDENT, "BACS 1"), doing)
        except (Changed, Refused) as refusal:
            return type(refusal).__name__
        return "paid"

    with ThreadPoolExecutor(2) as two:
        became = sorted(two.map(pay, (1, 2)))

    assert became == ["Changed", "paid"]
    with own_database.reading() as session:
        kinds = [each.kind for each in read(session, f"complaint:{made.case_id}")]
    assert kinds.count("offer_paid") == 1
