"""Logged by mistake: two people, a reason, and taken back without a day won (ruling 18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import mistakes
from app.domain.case.headlines import News, headline
from app.domain.case.phases import NO_COMPLAINT, phase
from app.domain.case.vocabulary import Ended
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, deed
from tests.domain.case.test_new_points import answered, understood

FRIDAY = date(2026, 11, 27)


def proposed() -> Life:
    life, by = understood(), deed(FRIDAY)
    life.happen(by, mistakes.propose(life.complaint, "Twice", terms=life.terms, deed=by, write=life.write))
    return life


def agreed() -> Life:
    life, by = proposed(), deed(FRIDAY, "staff:2")
    life.happen(by, mistakes.approve(life.complaint, deed=by))
    return life


def test_until_a_second_person_decides_every_clock_runs():
    life = proposed()

    kinds = {each.kind for each in duties.of(life.complaint)}
    assert {DutyKind.RESPOND, DutyKind.APPROVE_MISTAKE} <= kinds


def test_who_says_so_never_decides():
    life = proposed()

    for verb in (mistakes.approve, mistakes.decline):
        with pytest.raises(Refused) as refused:
            verb(life.complaint, deed=deed(FRIDAY))
        assert refused.value.why is Why.MISTAKE_NEEDS_SECOND_PERSON


def test_it_ends_there_and_is_counted_as_no_complaint():
    complaint = agreed().complaint

    assert complaint.ended is Ended.MISTAKE
    assert phase(complaint) in NO_COMPLAINT
    assert headline(complaint, FRIDAY).news is News.MISTAKE
    assert duties.of(complaint) == ()


def test_taken_back_it_goes_on_by_the_dates_it_had():
    before, life = understood().complaint, agreed()
    life.happen(deed(date(2026, 12, 1)), mistakes.take_back(life.complaint, "They do complain", write=life.write))

    assert life.complaint.ended is None
    assert life.complaint.stage_1 == before.stage_1


def test_declined_it_goes_on_and_may_be_said_again():
    life, by = proposed(), deed(FRIDAY, "staff:2")
    life.happen(by, mistakes.decline(life.complaint, deed=by))

    assert life.complaint.mistake is None
    assert mistakes.may_be_one(life.complaint)


def test_a_reason_is_asked_and_nothing_twice():
    life, by = proposed(), deed(FRIDAY)
    for complaint, words, why in (
        (understood().complaint, " ", Why.MISTAKE_WITHOUT_REASON),
        (life.complaint, "Twice", Why.MISTAKE_NOT_NOW),
        (answered().complaint, "Twice", Why.MISTAKE_NOT_NOW),
        (replace(understood().complaint, stage_2_waits=True), "Twice", Why.MISTAKE_NOT_NOW),
    ):
        with pytest.raises(Refused) as refused:
            mistakes.propose(complaint, words, terms=life.terms, deed=by, write=life.write)
        assert refused.value.why is why


def test_what_was_answered_meanwhile_is_a_complaint():
    life = answered()
    said = proposed().complaint.mistake

    with pytest.raises(Refused) as refused:
        mistakes.approve(replace(life.complaint, mistake=said), deed=deed(FRIDAY, "staff:2"))
    assert refused.value.why is Why.MISTAKE_NOT_NOW


def test_nothing_is_decided_or_taken_back_that_nobody_said():
    life = understood()

    with pytest.raises(Refused) as undecided:
        mistakes.approve(life.complaint, deed=deed(FRIDAY, "staff:2"))
    with pytest.raises(Refused) as untaken:
        mistakes.take_back(life.complaint, "Why", write=life.write)
    with pytest.raises(Refused) as unsaid:
        mistakes.take_back(agreed().complaint, " ", write=life.write)
    assert undecided.value.why is untaken.value.why is Why.MISTAKE_NOT_WAITING
    assert unsaid.value.why is Why.MISTAKE_WITHOUT_REASON
