"""Limiting contact: what it must say, who decides, the one way left open, and that nothing else looks at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.notices import Notice
from app.domain.people import adjustments, contact_limit_reviews, contact_limits
from app.domain.people.adjustments import Need
from app.domain.people.contact_limits import in_force
from app.domain.people.limits import ContactLimitStanding, Limited
from app.domain.people.preferences import Way
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Refused, Why
from tests.domain.case.histories import MONDAY, Life, deed, received
from tests.peopled import DRAFT as BY_PAGE

DRAFT = replace(BY_PAGE, open_way=Way.LETTER, until=date(2027, 5, 20))
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
HELD = {Way.LETTER}


def propose(life: Life, draft=DRAFT, by: str = "staff:1", on: date = MONDAY) -> int:
    doing = deed(on, by)
    event = contact_limits.propose(life.complaint, draft, HELD, terms=life.terms, deed=doing, write=life.write)
    life.happen(doing, event)
    return event.proposal.number


def agree(life: Life, number: int = 1, by: str = "staff:2", on: date = TUESDAY, *, goes: bool = True) -> None:
    doing = deed(on, by)
    life.happen(doing, contact_limits.approve(life.complaint, number, HELD, deed=doing))
    letter = life.issue(doing, Notice.RESTRICTED, None)
    if goes:
        life.send(letter, doing)


def in_force_since_tuesday() -> Life:
    life = received()
    propose(life)
    agree(life)
    return life


def why(act) -> list[Why]:
    with pytest.raises(Refused) as refusal:
        act()
    return [gap.why for gap in refusal.value.gaps]


def kinds(life: Life) -> set[DutyKind]:
    return {duty.kind for duty in duties.of(life.complaint)}


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (replace(DRAFT, limited=()), PeopleWhy.RESTRICTION_OF_NOTHING),
        (replace(DRAFT, how=" "), PeopleWhy.RESTRICTION_WITHOUT_HOW),
        (replace(DRAFT, reasons=""), PeopleWhy.RESTRICTION_WITHOUT_REASONS),
        (replace(DRAFT, evidence=""), PeopleWhy.RESTRICTION_WITHOUT_EVIDENCE),
        (replace(DRAFT, equality=""), PeopleWhy.EQUALITY_NOT_CONSIDERED),
        (replace(DRAFT, until=None), PeopleWhy.RESTRICTION_WITHOUT_END),
        (replace(DRAFT, until=MONDAY), PeopleWhy.RESTRICTION_WITHOUT_END),
        (replace(DRAFT, until=date(2027, 11, 24)), PeopleWhy.RESTRICTION_TOO_LONG),
        (replace(DRAFT, open_way=None), PeopleWhy.NO_OPEN_WAY),
        (replace(DRAFT, limited=(Limited.LETTERS,)), PeopleWhy.OPEN_WAY_LIMITED),
        (replace(DRAFT, open_way=Way.EMAIL), PeopleWhy.OPEN_WAY_UNFIT),
        (replace(DRAFT, open_way=Way.HERE), PeopleWhy.OPEN_WAY_UNFIT),
    ],
)
def test_each_gap_is_named(draft, found):
    assert why(lambda: propose(received(), draft)) == [found]


def test_twelve_months_to_the_day_is_not_too_long():
    assert propose(received(), replace(DRAFT, until=date(2027, 11, 23))) == 1


def test_the_way_left_open_fits_what_they_need():
    life = received()
    asked = adjustments.ask(
        life.complaint, 1, [Need.CALLS_NOT_LETTERS], "", terms=life.terms, deed=deed(), write=life.write
    )
    life.happen(deed(), *asked)

    assert why(lambda: propose(life)) == [PeopleWhy.OPEN_WAY_UNFIT]
    assert contact_limits.left_open(life.complaint, 1, {Way.LETTER}) == ()


def test_nothing_holds_until_a_second_person_agreed_and_the_letter_has_gone():
    life = received()
    propose(life)
    assert DutyKind.APPROVE_RESTRICTION in kinds(life)
    assert in_force(life.complaint, MONDAY) == ()

    assert why(lambda: agree(life, by="staff:1")) == [PeopleWhy.RESTRICTION_NEEDS_SECOND_PERSON]
    agree(life, goes=False)
    assert in_force(life.complaint, TUESDAY) == ()

    life.send(len(life.complaint.letters), deed(WEDNESDAY))
    assert [each.number for each in in_force(life.complaint, WEDNESDAY)] == [1]


def test_it_ends_on_its_last_day_and_its_review_is_due_by_then():
    life = in_force_since_tuesday()

    review = next(duty for duty in duties.of(life.complaint) if duty.kind is DutyKind.REVIEW_RESTRICTION)
    assert review.due_on == DRAFT.until
    assert in_force(life.complaint, DRAFT.until)
    assert in_force(life.complaint, DRAFT.until + timedelta(days=1)) == ()


def test_who_is_complained_of_neither_proposes_nor_agrees():
    life = received()
    life.complaint = replace(life.complaint, concerned=frozenset({3}))
    assert why(lambda: propose(life, by="staff:3")) == [Why.CONCERNED_IN_COMPLAINT]
    propose(life)
    assert why(lambda: agree(life, by="staff:3")) == [Why.CONCERNED_IN_COMPLAINT]


def test_one_waits_at_a_time_and_one_that_is_given_back_is_over():
    life = received()
    propose(life)
    assert why(lambda: propose(life)) == [PeopleWhy.RESTRICTION_WAITS]

    doing = deed(TUESDAY, "staff:2")
    assert why(lambda: contact_limits.give_back(life.complaint, 1, " ", deed=doing, write=life.write)) == [
        Why.RETURNED_WITHOUT_WORDS
    ]
    life.happen(doing, contact_limits.give_back(life.complaint, 1, "Try a set day first", deed=doing, write=life.write))

    assert life.complaint.contact_limits[0].standing is ContactLimitStanding.RETURNED
    assert why(lambda: agree(life)) == [PeopleWhy.RESTRICTION_NOT_WAITING]
    assert propose(life) == 2


def test_the_way_that_was_open_must_still_be_when_it_is_agreed_to():
    life = received()
    propose(life)

    assert why(lambda: contact_limits.approve(life.complaint, 1, (), deed=deed(TUESDAY, "staff:2"))) == [
        PeopleWhy.OPEN_WAY_UNFIT
    ]
    late = deed(DRAFT.until, "staff:2")
    assert why(lambda: contact_limits.approve(life.complaint, 1, HELD, deed=late)) == [
        PeopleWhy.RESTRICTION_WITHOUT_END
    ]


def ask(life: Life, number: int = 1, party: int = 1) -> None:
    doing = deed(WEDNESDAY, "party:1.1")
    event = contact_limit_reviews.ask_to_review(
        life.complaint, party, number, "", terms=life.terms, deed=doing, write=life.write
    )
    life.happen(doing, event)


def uphold(life: Life, by: str, words: str = "It still helps") -> None:
    doing = deed(WEDNESDAY, by)
    life.happen(doing, contact_limit_reviews.uphold(life.complaint, 1, words, deed=doing, write=life.write))


def test_asking_for_a_review_takes_no_reason_and_somebody_new_looks():
    life = in_force_since_tuesday()
    assert why(lambda: uphold(life, "staff:3")) == [Why.NOTHING_TO_SETTLE]
    ask(life)
    assert why(lambda: ask(life)) == [Why.LOOK_AGAIN_ASKED]
    assert DutyKind.LOOK_AT_RESTRICTION in kinds(life)

    for who in ("staff:1", "staff:2"):
        assert why(lambda who=who: uphold(life, who)) == [PeopleWhy.RESTRICTION_NEEDS_NEW_EYES]
    assert why(lambda: uphold(life, "staff:3", " ")) == [PeopleWhy.RESTRICTION_WITHOUT_REASONS]
    uphold(life, "staff:3")

    assert DutyKind.LOOK_AT_RESTRICTION not in kinds(life)
    assert in_force(life.complaint, WEDNESDAY)


def test_nobody_asks_about_anothers():
    assert why(lambda: ask(in_force_since_tuesday(), party=2)) == [PeopleWhy.NO_SUCH_RESTRICTION]
    assert why(lambda: ask(in_force_since_tuesday(), 2)) == [PeopleWhy.NO_SUCH_RESTRICTION]


def test_it_can_be_ended_on_any_day_and_no_duty_is_left():
    life = in_force_since_tuesday()
    ask(life)
    doing = deed(WEDNESDAY, "staff:2")
    assert why(lambda: contact_limit_reviews.end(life.complaint, 1, "", deed=doing, write=life.write)) == [
        PeopleWhy.RESTRICTION_WITHOUT_REASONS
    ]
    life.happen(doing, contact_limit_reviews.end(life.complaint, 1, "Settled", deed=doing, write=life.write))

    assert in_force(life.complaint, WEDNESDAY) == ()
    assert life.complaint.contact_limits[0].ended_on == WEDNESDAY
    assert not kinds(life) & {DutyKind.REVIEW_RESTRICTION, DutyKind.LOOK_AT_RESTRICTION}


def test_carrying_one_on_takes_the_place_of_the_one_before():
    life = in_force_since_tuesday()
    propose(life, replace(DRAFT, until=date(2027, 8, 1)), on=WEDNESDAY)
    agree(life, 2, on=WEDNESDAY)

    assert [each.number for each in in_force(life.complaint, WEDNESDAY)] == [2]
    assert [duty.number for duty in duties.of(life.complaint) if duty.kind is DutyKind.REVIEW_RESTRICTION] == [2]


def test_once_everything_is_erased_nothing_is_limited():
    life = received()
    life.complaint = replace(life.complaint, erased_on=MONDAY)
    assert why(lambda: propose(life)) == [Why.NO_SUCH_PARTY]
