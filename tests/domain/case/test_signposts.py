"""What the Ombudsman can do for somebody, by where their complaint is (6.5, 6.16, 6.20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case.signposts import Help, Signpost, months_after, signpost
from app.domain.case.state import Complaint, StageState
from app.domain.clock.profiles import ENGLAND_2024, Stage

DUE = date(2026, 12, 9)
LOOKING = StageState(
    Stage.ONE, date(2026, 11, 23), date(2026, 11, 30), DUE, DUE, DUE, DUE, acknowledgement_sent_on=date(2026, 11, 25)
)
ANSWERED = replace(LOOKING, answered_on=DUE, answer_sent_on=DUE)
FINAL = Complaint(stage_1=ANSWERED, stage_2=replace(ANSWERED, stage=Stage.TWO))


def test_advice_at_any_time():
    assert signpost(Complaint(stage_1=LOOKING), ENGLAND_2024, DUE).help is Help.ADVICE


def test_when_we_are_late_they_can_make_us_answer():
    assert signpost(Complaint(stage_1=LOOKING), ENGLAND_2024, date(2026, 12, 10)).help is Help.MAKE_US_ANSWER


def test_after_stage_1_stage_2_comes_first():
    found = signpost(Complaint(stage_1=ANSWERED), ENGLAND_2024, DUE)

    assert found == Signpost(Help.AFTER_STAGE_2, DUE)


def test_after_the_final_answer_there_is_a_year():
    last = date(2027, 12, 9)

    assert signpost(FINAL, ENGLAND_2024, last) == Signpost(Help.LOOK_AT_IT, DUE, last)
    assert signpost(FINAL, ENGLAND_2024, date(2027, 12, 10)).help is Help.TIME_IS_UP


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 6, 15), 6, date(2026, 12, 15)),
        (date(2026, 6, 15), 7, date(2027, 1, 15)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, then):
    assert months_after(day, months) == then
