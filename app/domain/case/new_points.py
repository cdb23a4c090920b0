"""A point raised later: it joins what we look at, becomes a complaint of its own, or goes to Stage 2 (6.8, ruling 18).

How we handled this complaint is never a new complaint: it joins the open stage, or asks for the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.definitions import PointDraft, next_version, point_of
from app.domain.case.not_accepted import on_its_way
from app.domain.case.raised import About, Because, Course, NewPointState, Ruling, waiting
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Definition, Ended
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

DECIDE_WITHIN = 5
"""Working days to decide where a procedure has no acknowledgement; else never later than a new one's is due (6.2)."""
JUDGED = frozenset({Because.UNRELATED, Because.WOULD_DELAY})
"""What somebody judged: the resident is told their reasons."""


@dataclass(frozen=True, slots=True)
class RulingDraft:
    """What a handler says of a new point. `seen` is the course that their page showed them, None before it did."""

    about: About | None
    delays: bool | None = None
    reason: str = ""
    point: PointDraft | None = None
    seen: Course | None = None


@dataclass(frozen=True, slots=True)
class NewPointRaised:
    """Somebody told us of something new. If it becomes a complaint, that was received on `happened_on`."""

    point: int
    party: int | None
    happened_on: date
    said: Said
    decide_by: date


@dataclass(frozen=True, slots=True)
class NewPointDecided:
    """What becomes of it. `reference`: of the complaint it became. `definition`: the version that now has it."""

    point: int
    stage: Stage | None
    course: Course
    because: Because
    reason: Said | None
    reference: str
    definition: Definition | None
    letter: int


Event = NewPointRaised | NewPointDecided


def course(complaint: Complaint, about: About, *, delays: bool = False) -> Ruling:
    """Return what becomes of a new point, and why: the three-way rule (6.8)."""
    stage, first = complaint.current, complaint.stage_1 or complaint.stage_2
    stopped = complaint.ended is not None or on_its_way(complaint.refusals)
    running = not stopped and stage is not None and stage.answered_on is None
    answered = first is not None and first.answered_on is not None
    if about is About.HANDLING:
        return Ruling(_of_handling(complaint, running, answered), _why_handling(complaint, running, answered))
    if answered:
        return Ruling(Course.APART, Because.ANSWERED)
    if not running:
        return Ruling(Course.APART, Because.NOT_RUNNING)
    if about is About.UNRELATED:
        return Ruling(Course.APART, Because.UNRELATED)
    return Ruling(Course.APART, Because.WOULD_DELAY) if delays else Ruling(Course.JOINS, Because.RELATED)


def _of_handling(complaint: Complaint, running: bool, answered: bool) -> Course:
    if running:
        return Course.JOINS
    refused = complaint.ended is Ended.REFUSED or on_its_way(complaint.refusals)
    final = complaint.stage_2 is not None and complaint.stage_2.answered_on is not None
    if refused or final:
        return Course.OMBUDSMAN
    return Course.STAGE_2 if answered and complaint.stage_2 is None else Course.APART


def _why_handling(complaint: Complaint, running: bool, answered: bool) -> Because:
    apart = _of_handling(complaint, running, answered) is Course.APART
    return Because.NOT_RUNNING if apart else Because.HANDLING


def raise_point(
    complaint: Complaint,
    party: int | None,
    words: str,
    happened_on: date | None = None,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> NewPointRaised:
    """Return the event; raises Refused for no words, or a day to come or before the complaint (5.12, 6.8).

    What was put into another complaint takes no new point: that one does.
    """
    if complaint.kin.merged_into:
        raise Refused(Why.MERGED_AWAY)
    day = happened_on or deed.on
    gaps = [] if words.strip() else [Gap(Why.NOTHING_SAID, "words")]
    if day > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    if complaint.received_on is not None and day < complaint.received_on:
        gaps.append(Gap(Why.RAISED_BEFORE_RECEIVED, "happened_on"))
    refuse_if(gaps)
    decide_by = terms.acknowledge_by(Stage.ONE, day) or terms.in_working_days(day, DECIDE_WITHIN)
    said = write(WordsKind.COMPLAINT, words)
    return NewPointRaised(len(complaint.new_points) + 1, party, day, said, decide_by)


def ruling(complaint: Complaint, number: int, draft: RulingDraft) -> Ruling:
    """Return what the rule gives for a point that waits; raises Refused until all it asks is answered (6.8)."""
    waiting(complaint.new_points, number)
    if draft.about is None:
        raise Refused(Gap(Why.NEW_POINT_ABOUT_UNSAID, "about"))
    found = course(complaint, draft.about, delays=bool(draft.delays))
    if found.because is Because.RELATED and draft.delays is None:
        raise Refused(Gap(Why.NEW_POINT_DELAY_UNSAID, "delays"))
    return found


def decide(complaint: Complaint, number: int, draft: RulingDraft, *, write: Write) -> NewPointDecided:
    """Return the event; raises Refused unless the handler saw this very course, or without what it needs (6.8).

    Where it becomes a complaint, its reference is put in once there is one.
    """
    found = ruling(complaint, number, draft)
    if draft.seen is not found.course:
        raise Refused(Why.NEW_POINT_COURSE_UNSEEN)
    stage = complaint.current
    joins_now = found.course is Course.JOINS and stage is not None and stage.acknowledged_on is not None
    refuse_if(tuple(_gaps(found, draft, joins_now)))
    reason = write(WordsKind.REASON, draft.reason) if draft.reason.strip() else None
    definition = _joined(complaint, number, draft.point, write) if joins_now and draft.point is not None else None
    return NewPointDecided(
        point=number,
        stage=None if stage is None else stage.stage,
        course=found.course,
        because=found.because,
        reason=reason,
        reference="",
        definition=definition,
        letter=len(complaint.letters) + 1,
    )


def _gaps(found: Ruling, draft: RulingDraft, joins_now: bool) -> Iterator[Gap]:
    if found.because in JUDGED and not draft.reason.strip():
        yield Gap(Why.NEW_POINT_WITHOUT_REASON, "reason")
    if joins_now and (draft.point is None or not draft.point.words.strip()):
        yield Gap(Why.POINT_WITHOUT_WORDS, "point")
    if joins_now and (draft.point is None or draft.point.ours is None):
        yield Gap(Why.POINT_WITHOUT_OWNER, "ours")


def _joined(complaint: Complaint, number: int, draft: PointDraft, write: Write) -> Definition:
    """Return the next version of the definition: all that is still to answer under its number, the new point last.

    Their own words stand beside ours: both are printed, and both answered (ruling 9).
    """
    theirs = waiting(complaint.new_points, number).said
    last = max((point.number for point in complaint.definition.points), default=0)
    later = next_version(complaint)
    return replace(later, points=(*later.points, replace(point_of(last + 1, draft, write), theirs=theirs)))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case NewPointRaised(number, party, happened_on, said, decide_by):
            point = NewPointState(number, party, said, happened_on, decide_by)
            raised = replace(complaint, new_points=(*complaint.new_points, point))
            return raised.with_task(Task(DutyKind.DECIDE_NEW_POINT, number, decide_by))
        case NewPointDecided():
            return _decided(complaint, event).without_task(DutyKind.DECIDE_NEW_POINT, event.point)


def _decided(complaint: Complaint, event: NewPointDecided) -> Complaint:
    changes: dict[str, object] = {
        "ruling": Ruling(event.course, event.because),
        "reference": event.reference,
        "placed": event.definition is not None,
    }
    points = tuple(
        replace(each, **changes) if each.number == event.point else each  # type: ignore[arg-type]
        for each in complaint.new_points
    )
    decided = replace(complaint, new_points=points)
    return decided if event.definition is None else replace(decided, definition=event.definition, understood=None)
