"""A date is explained where the steps lead to it, and not where they would lead elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.case.reckoning import steps
from app.domain.case.state import Complaint, LetterState, StageState
from app.domain.case.vocabulary import Extension
from app.domain.clock.calendar import Calendar
from app.domain.clock.explanations import Counted, End, Moved
from app.domain.clock.profiles import ENGLAND_2024, Stage
from app.domain.clock.terms import Terms
from app.domain.mail.notices import Notice

TERMS = Terms(ENGLAND_2024, Calendar("a plain one", frozenset(), frozenset({2026, 2027})))
BEGAN, ACKNOWLEDGED, DUE, NEW = date(2026, 11, 23), date(2026, 11, 25), date(2026, 12, 9), date(2026, 12, 18)
STAGE = StageState(Stage.ONE, BEGAN, date(2026, 11, 30), DUE, DUE, DUE, DUE, acknowledgement_sent_on=ACKNOWLEDGED)


def test_each_step_leads_to_a_date_that_was_given():
    found = steps(Complaint(stage_1=STAGE), STAGE, TERMS)

    ends = {step.end: step.end_day for step in found if isinstance(step, Counted)}
    assert ends[End.ACKNOWLEDGE_BY] == date(2026, 11, 30)
    assert ends[End.DUE] == DUE


def test_more_time_is_a_step_once_its_letter_has_gone():
    letter = LetterState(1, Notice.MORE_TIME, Stage.ONE, 1, None, ACKNOWLEDGED, ACKNOWLEDGED, sent_on=date(2026, 12, 2))
    moved = replace(STAGE, respond_by=NEW, extensions=(Extension(DUE, NEW, 1),))
    complaint = Complaint(stage_1=moved, letters=(letter,))

    assert any(isinstance(step, Moved) for step in steps(complaint, moved, TERMS))


def test_a_stage_whose_dates_were_counted_otherwise_is_not_explained():
    reopened = replace(STAGE, acknowledge_by=date(2026, 12, 7))

    assert steps(Complaint(stage_1=reopened), reopened, TERMS) == ()


def test_nor_is_one_beyond_the_years_that_are_known():
    old = replace(STAGE, began_on=date(1626, 11, 23))

    assert steps(Complaint(stage_1=old), old, TERMS) == ()
