"""A date of the summary that moves, and a time of the law that was missed: told to the resident, and never hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.clock import hazard_lateness, hazard_moves, hazard_steps
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.hazard_lateness import HazardLateAnswered, HazardLateTold
from app.domain.clock.hazard_moves import HazardDateMoved, MoveDraft
from app.domain.clock.hazard_states import HazardStep, Miss, changed, one
from app.domain.clock.hazard_steps import SummaryDraft
from app.domain.clock.whys import HazardWhy
from app.domain.mail.notices import Notice
from app.domain.refused import Why
from tests.domain.case.histories import deed
from tests.domain.clock.dangers import LOOKED, happen, looked_at, open_now, refused

SAFE_BY, WORKS_BY = date(2026, 12, 17), date(2027, 1, 20)
LAST_FOR_WORKS = date(2027, 3, 4)
WHOLE = SummaryDraft("A leak", "We dry the wall", date(2026, 12, 15), "We renew the sill", WORKS_BY)
SATURDAY = date(2026, 12, 19)


def told():
    """Damp whose summary gave two dates, within the law's."""
    life = looked_at()
    written = happen(life, LOOKED, hazard_steps.write_summary, 1, WHOLE)
    life.issue(deed(LOOKED), Notice.HAZARD_SUMMARY, None)  # type: ignore[arg-type]
    life.send(written.letter, deed(LOOKED))
    return life


def move(step, new, words="The part is not here", *, says_late=False):
    return MoveDraft(step, new, words, says_late)


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (
            move(None, None, " "),
            {HazardWhy.MOVE_WITHOUT_STEP, HazardWhy.SUMMARY_WITHOUT_DATE, HazardWhy.HAZARD_WITHOUT_REASONS},
        ),
        (move(HazardStep.INVESTIGATE, SAFE_BY), {HazardWhy.MOVE_WITHOUT_STEP}),
        (move(HazardStep.SAFE, date(2026, 12, 1)), {Why.DATE_IN_THE_PAST}),
        (move(HazardStep.WORKS, WORKS_BY), {HazardWhy.DATE_NOT_MOVED}),
        (move(HazardStep.SAFE, date(2026, 12, 18)), {HazardWhy.MOVED_BEYOND_LIMIT}),
        (move(HazardStep.WORKS, date(2027, 3, 5)), {HazardWhy.MOVED_BEYOND_LIMIT}),
    ],
)
def test_a_date_moves_with_its_reason_and_not_beyond_the_law_unsaid(draft, why):
    assert refused(told(), LOOKED, hazard_moves.move, 1, draft) == why


def test_before_a_date_was_given_there_is_none_to_move():
    assert refused(looked_at(), LOOKED, hazard_moves.move, 1, move(HazardStep.SAFE, SAFE_BY)) == {Why.NOTHING_TO_SETTLE}


def test_a_date_within_the_law_takes_the_place_of_the_one_before():
    life = told()

    moved = happen(life, LOOKED, hazard_moves.move, 1, move(HazardStep.WORKS, LAST_FOR_WORKS))

    assert (moved.old, moved.new, moved.law_by) == (WORKS_BY, LAST_FOR_WORKS, None)
    assert open_now(life)[DutyKind.BEGIN_WORKS] == LAST_FOR_WORKS


def test_a_date_beyond_the_law_is_said_to_be_late_and_the_laws_own_stays():
    life = told()

    moved = happen(life, LOOKED, hazard_moves.move, 1, move(HazardStep.WORKS, date(2027, 4, 1), says_late=True))
    happen(life, LOOKED, hazard_moves.move, 1, move(HazardStep.SAFE, date(2026, 12, 23), says_late=True))

    assert moved.law_by == LAST_FOR_WORKS
    assert open_now(life)[DutyKind.BEGIN_WORKS] == LAST_FOR_WORKS
    assert open_now(life)[DutyKind.MAKE_SAFE] == SAFE_BY


def test_where_no_law_binds_a_date_moves_freely():
    life = told()
    life.complaint = replace(life.complaint, hazards=changed(life.complaint.hazards, 1, law=""))

    moved = happen(life, LOOKED, hazard_moves.move, 1, move(HazardStep.SAFE, date(2027, 6, 1)))

    assert isinstance(moved, HazardDateMoved)
    assert moved.law_by is None


def test_what_was_missed_is_told_once_for_each_time_of_the_law():
    life = told()
    happen(life, SATURDAY, hazard_lateness.find_late)

    answered = happen(life, SATURDAY, hazard_lateness.answer_late, 1, "He was ill", "A man comes tonight")

    assert answered.missed == (Miss(HazardStep.SAFE, SAFE_BY),)
    assert one(life.complaint.hazards, 1).to_tell == ()
    happen(life, date(2027, 3, 5), hazard_lateness.find_late)
    again = happen(life, date(2027, 3, 5), hazard_lateness.answer_late, 1, "No part", "It comes on Monday")
    assert isinstance(again, HazardLateTold)
    assert [each.step for each in again.missed] == [HazardStep.WORKS]


def test_where_no_law_binds_nobody_is_told_of_rights_they_do_not_have():
    life = told()
    life.complaint = replace(life.complaint, hazards=changed(life.complaint.hazards, 1, law=""))
    happen(life, SATURDAY, hazard_lateness.find_late)

    answered = happen(life, SATURDAY, hazard_lateness.answer_late, 1, "He was ill", "")

    assert isinstance(answered, HazardLateAnswered)
