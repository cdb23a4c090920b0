"""What an answer gives of the Code's menu, and the money that goes with it; closing waits for it (7.1, 6.6)."""

from __future__ import annotations

from dataclasses import replace

from app.domain.case import closures, responses
from app.domain.case.findings import ResponseDraft, missing_parts
from app.domain.promises import offers
from app.domain.promises.offer_states import OfferStanding
from app.domain.promises.remedies import RemedyKind
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Why
from tests.domain.case.histories import an_answer
from tests.domain.promises.offered import (
    ON,
    UPSET,
    a_case,
    accepted,
    made,
    offered,
    pay,
    staff,
    the_offer,
    to_answer,
)


def lacking(life, draft):
    return {gap.why for gap in missing_parts(life.complaint, draft, life.terms, ON)}


def test_an_answer_that_agrees_says_what_of_the_menu_it_gives_or_offers_money():
    life = to_answer()
    bare = replace(an_answer(life.complaint), remedies=())
    assert lacking(life, bare) == {MoneyWhy.REMEDY_WITHOUT_KIND}

    made(life, UPSET, with_answer=True)

    assert lacking(life, bare) == set()
    assert lacking(to_answer(), ResponseDraft()).isdisjoint({MoneyWhy.REMEDY_WITHOUT_KIND, Why.UPHELD_WITHOUT_REMEDY})


def test_no_answer_goes_while_its_money_waits_for_a_second_person():
    life = to_answer()

    made(life, replace(UPSET, pence=600_00), with_answer=True)

    assert lacking(life, an_answer(life.complaint)) == {MoneyWhy.OFFER_NOT_DECIDED}


def test_an_answer_takes_with_it_what_it_gives_and_the_money():
    life = to_answer()
    made(life, with_answer=True)
    draft = an_answer(life.complaint)

    life.happen(
        staff(), issued := responses.issue(life.complaint, draft, terms=life.terms, deed=staff(), write=life.write)
    )
    life.happen(staff(), *responses.give_remedies(life.complaint, draft))
    life.happen(staff(), *offers.of_answer(life.complaint, issued.letter))

    offer = the_offer(life)
    assert (offer.standing, offer.letter, offer.with_answer) == (OfferStanding.OFFERED, issued.letter, True)
    assert life.complaint.remedies.given[0].kinds == (RemedyKind.APOLOGY, RemedyKind.MONEY)


def test_a_complaint_is_closed_neither_over_money_about_to_be_offered_nor_over_what_is_owed():
    life = a_case()
    made(life)
    assert MoneyWhy.OFFER_NOT_GONE in {gap.why for gap in closures.not_yet(life.complaint)}
    life.happen(staff(), offers.take_back(life.complaint, 1, deed=staff()))

    offered(life)
    assert {gap.why for gap in closures.not_yet(life.complaint)} == {Why.ANSWER_NOT_GONE}
    accepted(life, 2)
    assert MoneyWhy.OFFER_NOT_PAID in {gap.why for gap in closures.not_yet(life.complaint)}
    life.happen(staff(), pay(life, number=2))
    assert {gap.why for gap in closures.not_yet(life.complaint)} == {Why.ANSWER_NOT_GONE}
