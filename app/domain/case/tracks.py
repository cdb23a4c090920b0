"""The tracker: the steps of each stage, which are done, which is now and which come next (ruling 15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.phases import ENDED, TRACK, Phase, phase
from app.domain.case.state import Complaint, StageState
from app.domain.clock.profiles import Stage


class Reached(Enum):
    """Whether a step lies behind, is on, or is to come."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `on` is the day it was reached, `by` the day we gave for it."""

    phase: Phase
    reached: Reached
    on: date | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """The steps of one stage. `waits`: Stage 2 was asked for, and begins the day Stage 1 is answered."""

    stage: Stage
    steps: tuple[Step, ...]
    waits: bool = False


BEFORE_AN_ANSWER = TRACK[: TRACK.index(Phase.ANSWERED) + 1]
AFTER_AN_ANSWER = TRACK[len(BEFORE_AN_ANSWER) :]


def tracks(complaint: Complaint) -> tuple[Track, ...]:
    """Return a track a stage: Stage 2 only once it was asked for, and putting it right after the latest."""
    found = []
    if complaint.stage_1 is not None:
        found.append(_track(complaint, complaint.stage_1))
    if complaint.stage_2 is not None:
        found.append(_track(complaint, complaint.stage_2))
    elif complaint.stage_2_waits:
        found.append(_waiting(complaint))
    return tuple(found)


def _track(complaint: Complaint, stage: StageState) -> Track:
    latest = stage is complaint.current
    steps = [each for each in BEFORE_AN_ANSWER if each is not Phase.UNDERSTOOD or stage.acknowledge_by is not None]
    if latest:
        steps += [
            each for each in AFTER_AN_ANSWER if each is not Phase.PUTTING_RIGHT or _to_put_right(complaint, stage)
        ]
    now = phase(complaint) if latest else None
    return Track(stage.stage, tuple(_step(each, now, stage) for each in steps))


def _to_put_right(complaint: Complaint, stage: StageState) -> bool:
    """Return whether there is, or may yet be, something to put right."""
    money = complaint.remedies
    return stage.answer_sent_on is None or bool(complaint.promises or money.owed_by or money.settled)


def _step(step: Phase, now: Phase | None, stage: StageState) -> Step:
    given = None if now in ENDED else _given_for(step, stage)
    return Step(step, _reached(step, now, stage), _reached_on(step, stage), given)


def _reached(step: Phase, now: Phase | None, stage: StageState) -> Reached:
    if now is None or now is Phase.FINISHED:
        return Reached.DONE
    if now in ENDED:
        return Reached.DONE if _reached_on(step, stage) else Reached.NEXT
    at, place = TRACK.index(now), TRACK.index(step)
    return Reached.NOW if place == at else Reached.DONE if place < at else Reached.NEXT


def _reached_on(step: Phase, stage: StageState) -> date | None:
    days = {
        Phase.SENT: stage.began_on,
        Phase.UNDERSTOOD: stage.acknowledgement_sent_on,
        Phase.ANSWERED: stage.answer_sent_on,
    }
    return days.get(step)


def _given_for(step: Phase, stage: StageState) -> date | None:
    if step is Phase.UNDERSTOOD:
        return stage.acknowledge_by
    return (stage.new_date_promised or stage.respond_by) if step is Phase.ANSWERED else None


def _waiting(complaint: Complaint) -> Track:
    asked, *later = (Step(each, Reached.NEXT) for each in BEFORE_AN_ANSWER)
    done = Step(asked.phase, Reached.DONE, on=complaint.stage_2_asked_on)
    return Track(Stage.TWO, (done, *later), waits=True)
