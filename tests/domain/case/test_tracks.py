"""The tracker: one step is now, and Stage 2 appears when it is asked for (ruling 15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case.phases import Phase
from app.domain.case.state import Complaint, StageState
from app.domain.case.tracks import Reached, tracks
from app.domain.case.vocabulary import Ended
from app.domain.clock.profiles import Stage
from app.domain.promises.ledger import PromiseState
from app.domain.said import Said

DAY = date(2026, 12, 9)
STAGE = StageState(Stage.ONE, date(2026, 11, 23), date(2026, 11, 30), DAY, DAY, DAY, DAY)
LOOKING = replace(STAGE, acknowledged_on=DAY, acknowledgement_sent_on=DAY)
ANSWERED = replace(LOOKING, answered_on=DAY, answer_sent_on=DAY)
PROMISE = PromiseState(1, Said(1, ""), 1, DAY, 3, DAY)


def reached(complaint: Complaint) -> list[dict[Phase, Reached]]:
    return [{step.phase: step.reached for step in track.steps} for track in tracks(complaint)]


def test_what_lies_behind_is_done_and_what_is_to_come_is_next():
    (track,) = reached(Complaint(stage_1=LOOKING))

    assert track == {
        Phase.SENT: Reached.DONE,
        Phase.UNDERSTOOD: Reached.DONE,
        Phase.LOOKING: Reached.NOW,
        Phase.ANSWERED: Reached.NEXT,
        Phase.PUTTING_RIGHT: Reached.NEXT,
        Phase.FINISHED: Reached.NEXT,
    }


def test_with_nothing_to_put_right_that_step_is_gone():
    (track,) = reached(Complaint(stage_1=ANSWERED))

    assert Phase.PUTTING_RIGHT not in track
    assert track[Phase.ANSWERED] is Reached.NOW


def test_when_all_is_done_no_step_is_now():
    (track,) = reached(Complaint(stage_1=ANSWERED, promises=(replace(PROMISE, done_on=DAY),)))

    assert set(track.values()) == {Reached.DONE}


def test_stage_2_has_a_track_once_it_is_asked_for():
    waits = Complaint(stage_1=LOOKING, stage_2_waits=True, stage_2_asked_on=DAY)

    assert len(reached(waits)) == 2
    assert tracks(waits)[1].waits
    assert tracks(waits)[1].steps[0].on == DAY


def test_once_stage_2_is_on_stage_1_lies_behind():
    first, second = reached(Complaint(stage_1=ANSWERED, stage_2=replace(LOOKING, stage=Stage.TWO)))

    assert set(first.values()) == {Reached.DONE}
    assert Phase.FINISHED not in first
    assert second[Phase.LOOKING] is Reached.NOW


def test_a_stopped_complaint_has_no_step_now():
    (track,) = reached(Complaint(stage_1=LOOKING, ended=Ended.WITHDRAWN))

    assert Reached.NOW not in track.values()
    assert track[Phase.UNDERSTOOD] is Reached.DONE
    assert track[Phase.ANSWERED] is Reached.NEXT


@pytest.mark.parametrize("ended", [Ended.WITHDRAWN, Ended.REFUSED])
def test_a_complaint_that_has_ended_promises_no_day(ended):
    (track,) = tracks(Complaint(stage_1=STAGE, ended=ended))

    assert {step.by for step in track.steps} == {None}


def test_a_stage_that_has_no_acknowledgement_has_no_step_for_it():
    (track,) = reached(Complaint(stage_1=replace(STAGE, acknowledge_by=None)))

    assert Phase.UNDERSTOOD not in track
