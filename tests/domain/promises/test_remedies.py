"""What an answer gives of the Code's menu, and the money that goes with it; closing waits for it (7.1, 6.6)."""

from __future__ import annotations

from dataclasses import replace

from app.domain.case import closures, responses
from app.domain.case.answer_checks import draft_of
from app.domain.case.findings import ResponseDraft, missing_parts
from app.domain.case.responses import RemediesGiven
from app.domain.clock.profiles import Finding, Stage
from app.domain.promises import offers
from app.domain.promises.offer_states import OfferStanding
from app.domain.promises.remedies import RemedyKind
from app.domain.promises.whys import MoneyWhy
from app.domain.record import canonical
from app.domain.refused import Gap, Why
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


def answered(life, draft):
    life.happen(staff(), responses.issue(life.complaint, draft, terms=life.terms, deed=staff(), write=life.write))
    life.happen(staff(), *responses.give_remedies(life.complaint, draft))
    return life.complaint.remedies


def agreed(life, *remedies, whole=()):
    """An answer that agrees with each point, and puts each right by these."""
    draft = an_answer(life.complaint)
    found = [replace(each, finding=Finding.UPHELD) for each in draft.findings]
    told = tuple(replace(each, remedies=kinds) for each, kinds in zip(found, remedies, strict=True))
    return replace(draft, findings=told, remedies=whole)


SORRY, MEND, MONEY = (RemedyKind.APOLOGY,), (RemedyKind.ACTION,), (RemedyKind.MONEY,)


def test_a_point_that_says_nothing_of_its_own_is_put_right_by_what_the_whole_answer_gives():
    life = to_answer()

    remedies = answered(life, agreed(life, MEND, (), whole=SORRY))

    assert [remedies.of_point(Stage.ONE, point) for point in (1, 2)] == [MEND, SORRY]
    assert remedies.given[0].kinds == (*SORRY, *MEND)


def test_each_point_we_agree_with_needs_a_remedy():
    life = to_answer()

    gaps = missing_parts(life.complaint, agreed(life, MEND, ()), life.terms, ON)

    assert gaps == (Gap(MoneyWhy.POINT_WITHOUT_REMEDY, "findings-2-remedies"),)
    assert lacking(life, agreed(life, MEND, MEND)) == set()


def test_what_serves_several_points_is_given_once():
    life = to_answer()

    assert answered(life, agreed(life, MEND, MEND)).given[0].kinds == MEND


def test_a_point_that_we_do_not_agree_with_is_put_right_by_nothing():
    life = to_answer()
    draft = agreed(life, MEND, MEND)
    refused = replace(draft.findings[1], finding=Finding.NOT_UPHELD)

    assert answered(life, replace(draft, findings=(draft.findings[0], refused))).of_point(Stage.ONE, 2) == ()


def test_money_answers_a_point_only_where_a_sum_goes_with_the_answer():
    life = to_answer()
    assert lacking(life, agreed(life, MEND, MONEY)) == {MoneyWhy.POINT_WITHOUT_REMEDY}

    made(life, with_answer=True)

    assert answered(life, agreed(life, MEND, MONEY)).of_point(Stage.ONE, 2) == MONEY


def test_an_answer_from_before_points_had_remedies_still_folds():
    life = to_answer()
    life.happen(staff(), RemediesGiven(Stage.ONE, SORRY))

    assert life.complaint.remedies.of_point(Stage.ONE, 1) == ()


def test_an_answer_kept_for_a_check_before_points_had_remedies_still_reads():
    kept = canonical(an_answer(to_answer().complaint)).replace(',"remedies":[]', "")

    assert draft_of(kept).findings[0].remedies == ()
