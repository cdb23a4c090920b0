"""Money: what for and why, within the guidance or with a reason, by one person or two (7.1, 7.2, 7.4, 4.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.clock.profiles import Nation, Stage
from app.domain.promises import guidance, offers
from app.domain.promises.guidance import OMBUDSMAN_2026, Head
from app.domain.promises.offer_lines import LineDraft
from app.domain.promises.offer_states import OfferStanding
from app.domain.promises.offers import OfferDraft
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Refused, Why
from tests.domain.promises.offered import (
    COLD,
    LIMIT,
    ON,
    ROOM,
    UPSET,
    a_case,
    accepted,
    made,
    make,
    offered,
    staff,
    the_offer,
)

NEXT_WORKING_DAY = date(2026, 11, 26)


def fields_of(refusal):
    return {(gap.why, gap.field) for gap in refusal.value.gaps}


def test_the_five_fixed_sums_of_the_ombudsman_are_there_from_the_first_of_april_2026():
    sums = {each.key: (each.least, each.per.value) for each in OMBUDSMAN_2026.sums}

    assert sums == {
        "no-heating-or-hot-water": (1500, "day"),
        "no-heating": (800, "day"),
        "no-power": (1000, "day"),
        "no-lighting": (1000, "week"),
        "missed-appointment": (1500, "each"),
    }
    assert all(each.least == each.most for each in OMBUDSMAN_2026.sums)
    assert guidance.table(Nation.ENGLAND, (), date(2026, 3, 31)) == {}
    assert set(guidance.table(Nation.ENGLAND, (), date(2026, 4, 1))) == set(sums)
    assert guidance.table(Nation.SCOTLAND, (), date(2026, 4, 1)) == {}


def test_the_landlords_own_sums_stand_beside_them_from_their_day():
    later, gone = replace(ROOM, key="later", valid_from=date(2027, 1, 1)), replace(ROOM, key="gone", retired=True)

    assert set(guidance.table(Nation.SCOTLAND, (ROOM, later, gone), ON)) == {"room"}


def test_a_fixed_sum_is_counted_by_the_guidance_and_its_line_says_why():
    life = a_case()

    made(life)

    cold, upset = the_offer(life).lines
    assert (cold.pence, cold.least, cold.most) == (72_00, 72_00, 72_00)
    assert (cold.head, cold.outside) == (Head.SERVICE_LOST, None)
    assert (upset.pence, upset.guide, upset.least) == (100_00, "", None)
    assert life.words[cold.said.number] == "Nine days without heating"
    assert the_offer(life).total == 172_00


@pytest.mark.parametrize(
    ("line", "why", "field"),
    [
        (replace(UPSET, head=None), MoneyWhy.LINE_WITHOUT_HEAD, "what"),
        (LineDraft(guide="unheard-of", pence=1, reason="Why"), MoneyWhy.LINE_WITHOUT_HEAD, "what"),
        (replace(COLD, times=None), MoneyWhy.LINE_WITHOUT_TIMES, "times"),
        (replace(UPSET, pence=None), MoneyWhy.LINE_WITHOUT_SUM, "pence"),
        (replace(UPSET, pence=0), MoneyWhy.LINE_WITHOUT_SUM, "pence"),
        (replace(UPSET, reason=" "), MoneyWhy.LINE_WITHOUT_REASON, "reason"),
        (replace(COLD, pence=50_00), MoneyWhy.SUM_OUTSIDE_GUIDANCE, "outside"),
        (LineDraft(guide="room", times=2, pence=61_00, reason="Why"), MoneyWhy.SUM_OUTSIDE_GUIDANCE, "outside"),
        (LineDraft(guide="room", times=2, reason="Why"), MoneyWhy.LINE_WITHOUT_SUM, "pence"),
    ],
)
def test_what_is_missing_in_a_line_is_said_beside_it(line, why, field):
    with pytest.raises(Refused) as refusal:
        make(a_case(), OfferDraft((UPSET, LineDraft(), line)))

    assert fields_of(refusal) == {(why, f"lines-2-{field}")}


def test_an_offer_of_nothing_is_none():
    with pytest.raises(Refused) as refusal:
        make(a_case(), OfferDraft((LineDraft(),)))

    assert fields_of(refusal) == {(MoneyWhy.OFFER_WITHOUT_LINES, "lines-0-what")}


def test_another_sum_than_the_guidance_says_needs_a_reason_in_words():
    life = a_case()

    made(life, replace(COLD, pence=90_00, outside="A baby lives there"))

    line = the_offer(life).lines[0]
    assert (line.pence, line.least) == (90_00, 72_00)
    assert line.outside is not None
    assert life.words[line.outside.number] == "A baby lives there"


def test_within_the_limit_nobody_else_is_asked():
    life = a_case()

    assert made(life, replace(UPSET, pence=LIMIT)).decide_by is None
    assert the_offer(life).standing is OfferStanding.READY


def test_beyond_it_a_second_person_is_asked_by_the_next_working_day():
    life = a_case()

    event = made(life, replace(UPSET, pence=LIMIT + 1))

    assert event.decide_by == NEXT_WORKING_DAY
    assert the_offer(life).standing is OfferStanding.WAITING
    waits = next(duty for duty in duties.of(life.complaint) if duty.kind is DutyKind.APPROVE_OFFER)
    assert (waits.due_on, waits.number, waits.owner) == (NEXT_WORKING_DAY, 1, Owner.OFFER_APPROVER)


def test_two_offers_are_no_way_round_a_limit():
    life = a_case()
    offered(life, replace(UPSET, pence=200_00))

    assert made(life, replace(UPSET, pence=100_00)).decide_by is not None


def test_of_an_offer_in_place_of_another_only_its_own_sum_counts():
    life = a_case()
    offered(life, replace(UPSET, pence=200_00))

    assert made(life, replace(UPSET, pence=240_00), raises=1).decide_by is None


def a_large_one(life, by=1):
    life.happen(staff(by), make(life, OfferDraft((replace(UPSET, pence=600_00),)), by=by))
    return life


@pytest.mark.parametrize(
    ("by", "limit", "concerned", "why"),
    [
        (1, None, (), MoneyWhy.OFFER_NEEDS_SECOND_PERSON),
        (2, 599_99, (), MoneyWhy.OFFER_OVER_LIMIT),
        (2, None, (2,), Why.CONCERNED_IN_COMPLAINT),
    ],
)
def test_nobody_agrees_to_their_own_or_beyond_their_limit_or_where_they_are_concerned(by, limit, concerned, why):
    life = a_large_one(a_case(*concerned))

    with pytest.raises(Refused) as refusal:
        offers.agree(life.complaint, 1, limit, deed=staff(by))

    assert refusal.value.why is why


def test_whoever_is_concerned_offers_nothing():
    with pytest.raises(Refused) as refusal:
        make(a_case(3), OfferDraft((UPSET,)), by=3)

    assert refusal.value.why is Why.CONCERNED_IN_COMPLAINT


def test_a_second_person_agrees_and_then_it_may_go():
    life = a_large_one(a_case())

    life.happen(staff(2), offers.agree(life.complaint, 1, 600_00, deed=staff(2)))

    assert (the_offer(life).standing, the_offer(life).decided_by) == (OfferStanding.READY, 2)
    with pytest.raises(Refused, match="offer_not_waiting"):
        offers.agree(life.complaint, 1, None, deed=staff(3))


def test_nobody_agrees_to_what_they_wrote_against():
    with pytest.raises(Refused) as refusal:
        offers.agree(a_large_one(a_case()).complaint, 1, None, deed=staff(2), words="Too much")

    assert fields_of(refusal) == {(Why.AGREED_WITH_WORDS, "words")}


def test_who_does_not_agree_says_why_whatever_their_limit():
    life = a_large_one(a_case())
    with pytest.raises(Refused) as refusal:
        offers.give_back(life.complaint, 1, " ", deed=staff(2), write=life.write)
    assert fields_of(refusal) == {(Why.CHECK_WITHOUT_WORDS, "words")}

    life.happen(staff(2), offers.give_back(life.complaint, 1, "Count it again", deed=staff(2), write=life.write))

    assert the_offer(life).standing is OfferStanding.RETURNED
    assert life.complaint.remedies.counted == 0
    assert not any(duty.kind is DutyKind.APPROVE_OFFER for duty in duties.of(life.complaint))


def test_it_does_not_go_before_it_is_agreed_to():
    with pytest.raises(Refused, match="offer_not_decided"):
        offers.issue(a_large_one(a_case()).complaint, 1)


def test_it_is_taken_back_before_the_resident_has_heard_of_it_and_never_after():
    life = a_case()
    made(life)
    life.happen(staff(), offers.take_back(life.complaint, 1, deed=staff()))
    assert the_offer(life).standing is OfferStanding.TAKEN_BACK

    offered(life)
    with pytest.raises(Refused, match="offer_already_gone"):
        offers.take_back(life.complaint, 2, deed=staff())
    with pytest.raises(Refused, match="offer_already_gone"):
        offers.issue(life.complaint, 1)


def test_a_higher_offer_takes_the_place_of_a_lower_one_and_both_sums_are_kept():
    life = a_case()
    offered(life)

    made(life, replace(UPSET, pence=240_00), raises=1)
    event = offers.issue(life.complaint, 2)
    life.happen(staff(), event)

    assert (event.before, event.total, event.raises) == (172_00, 240_00, 1)
    assert the_offer(life, 1).standing is OfferStanding.RAISED
    assert life.complaint.remedies.counted == 240_00


@pytest.mark.parametrize(
    ("pence", "raises", "why"),
    [(172_00, 1, MoneyWhy.OFFER_NOT_HIGHER), (240_00, 7, MoneyWhy.OFFER_CANNOT_BE_RAISED)],
)
def test_in_the_place_of_an_offer_stands_only_a_higher_one(pence, raises, why):
    life = a_case()
    offered(life)

    with pytest.raises(Refused) as refusal:
        make(life, OfferDraft((replace(UPSET, pence=pence),), raises))

    assert fields_of(refusal) == {(why, "raises")}


def test_what_was_accepted_is_not_taken_away_by_another_offer():
    life = a_case()
    offered(life)
    made(life, replace(UPSET, pence=240_00), raises=1)
    accepted(life)

    with pytest.raises(Refused, match="offer_cannot_be_raised"):
        offers.issue(life.complaint, 2)


def test_there_is_no_offer_of_another_number():
    with pytest.raises(Refused, match="no_such_offer"):
        offers.issue(a_case().complaint, 1)


def test_only_an_answer_that_is_due_takes_an_offer_with_it():
    life = a_case()
    life.complaint = life.complaint.with_stage(Stage.ONE, answered_on=ON)

    with pytest.raises(Refused) as refusal:
        make(life, OfferDraft((UPSET,), with_answer=True))

    assert fields_of(refusal) == {(Why.NO_ANSWER_DUE, "goes")}
