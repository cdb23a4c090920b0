"""A refusal looked at again: it stands, or it is overturned by the Ombudsman or by us (2.4, ruling 17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.independence import bar
from app.domain.case.not_accepted import OverturnedBy, RefusalStanding, RefusalState
from app.domain.case.refusal_effects import going_on, with_refusal
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import OF_A_RUNNING_STAGE, DutyKind, Owner, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

LOOK_AGAIN_WITHIN = 5
"""Working days in which a complaints officer looks at a refusal again: our own promise, not the Code's."""
TAKE_ON_WITHIN = 5
"""Working days to take on points that were refused, where the procedure has no acknowledgement."""


@dataclass(frozen=True, slots=True)
class OverturnDraft:
    """Who overturned it, the day we were told, and the date the Ombudsman set."""

    by: OverturnedBy | None
    told_on: date | None
    words: str
    instructed_by: date | None = None


@dataclass(frozen=True, slots=True)
class LookAgainAsked:
    """The resident asked us to look at a refusal again; a complaints officer does by a day."""

    party: int
    refusal: int
    said: Said | None
    look_by: date


@dataclass(frozen=True, slots=True)
class RefusalUpheld:
    """A complaints officer looked again, and it stands."""

    refusal: int
    stage: Stage
    said: Said
    letter: int


@dataclass(frozen=True, slots=True)
class RefusalOverturned:
    """What was refused is taken on. `restarts`: the stage begins anew, to be answered by `respond_by`.

    `instructed_by` is the date that the Ombudsman set, `acknowledge_by` the one of an acknowledgement that waits; by
    `take_on_by` the points are taken on where the stage was acknowledged without them.
    """

    refusal: int
    stage: Stage
    by: OverturnedBy
    told_on: date
    instructed_by: date | None
    restarts: bool
    acknowledge_by: date | None
    respond_by: date | None
    take_on_by: date | None
    said: Said
    letter: int


@dataclass(frozen=True, slots=True)
class RefusalUndone:
    """What the Ombudsman asked, or what the overturned points needed, was done."""

    refusal: int
    said: Said


Event = LookAgainAsked | RefusalUpheld | RefusalOverturned | RefusalUndone


def in_force(complaint: Complaint, number: int) -> RefusalState:
    """Return a refusal that stands or is on its way; raises Refused where none of this number does (2.4)."""
    for each in complaint.refusals:
        if each.number == number and each.in_force:
            return each
    raise Refused(Why.NO_SUCH_REFUSAL)


def ask_to_look(
    complaint: Complaint, party: int, number: int, words: str, *, terms: Terms, deed: Deed, write: Write
) -> LookAgainAsked:
    """Return the event; it needs no reason. Raises Refused when it no longer stands, or was asked already."""
    in_force(complaint, number)
    if complaint.has_task(DutyKind.LOOK_AT_REFUSAL, number):
        raise Refused(Why.LOOK_AGAIN_ASKED)
    said = write(WordsKind.REPLY, words) if words.strip() else None
    return LookAgainAsked(party, number, said, terms.in_working_days(deed.on, LOOK_AGAIN_WITHIN))


def uphold(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> RefusalUpheld:
    """Return the event; raises Refused when nobody asked, without reasons, or by somebody concerned (2.4, 5.8)."""
    refusal = in_force(complaint, number)
    if not complaint.has_task(DutyKind.LOOK_AT_REFUSAL, number):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if why := bar(complaint, deed.by.staff_id or 0):
        raise Refused(why)
    if not words.strip():
        raise Refused(Gap(Why.REFUSAL_WITHOUT_REASONS, "words"))
    stage, letter = refusal.proposal.stage, len(complaint.letters) + 1
    return RefusalUpheld(number, stage, write(WordsKind.REASON, words), letter)


def overturn(
    complaint: Complaint, number: int, draft: OverturnDraft, *, terms: Terms, deed: Deed, write: Write
) -> RefusalOverturned:
    """Return the event, its clock counted from the day we were told; raises Refused with every gap (2.4, ruling 17)."""
    refusal = in_force(complaint, number)
    refuse_if(tuple(_gaps(draft, deed.on)))
    stage = complaint.current
    if draft.by is None or draft.told_on is None or stage is None:
        raise Refused(Why.NO_SUCH_REFUSAL)
    told_on = draft.told_on
    hard = draft.instructed_by if draft.by is OverturnedBy.OMBUDSMAN else None
    restarts = complaint.ended is Ended.REFUSED
    waits = complaint.ended is None and stage.acknowledged_on is None and stage.stage is refusal.proposal.stage
    acknowledge_by = terms.acknowledge_by(stage.stage, told_on) if restarts else stage.acknowledge_by
    take_on_by = None if restarts or waits or refusal.whole else _take_on_by(refusal, told_on, hard, terms)
    return RefusalOverturned(
        refusal=number,
        stage=stage.stage,
        by=draft.by,
        told_on=told_on,
        instructed_by=hard,
        restarts=restarts,
        acknowledge_by=_never_past(acknowledge_by, hard) if restarts or waits else None,
        respond_by=terms.respond_by(stage.stage, told_on) if restarts else None,
        take_on_by=take_on_by,
        said=write(WordsKind.REASON, draft.words),
        letter=len(complaint.letters) + 1,
    )


def _gaps(draft: OverturnDraft, on: date) -> Iterator[Gap]:
    if draft.by is None:
        yield Gap(Why.NOBODY_OVERTURNED, "by")
    if draft.told_on is None:
        yield Gap(Why.NO_DAY_TOLD, "told_on")
    elif draft.told_on > on:
        yield Gap(Why.DATE_IN_THE_FUTURE, "told_on")
    if draft.by is OverturnedBy.OMBUDSMAN:
        if draft.instructed_by is None:
            yield Gap(Why.NO_OMBUDSMAN_DATE, "instructed_by")
        elif draft.told_on is not None and draft.instructed_by < draft.told_on:
            yield Gap(Why.OMBUDSMAN_DATE_BEFORE_TOLD, "instructed_by")
    if not draft.words.strip():
        yield Gap(Why.OVERTURNED_WITHOUT_WORDS, "words")


def _never_past(day: date | None, hard: date | None) -> date | None:
    return day if day is None or hard is None else min(day, hard)


def _take_on_by(refusal: RefusalState, told_on: date, hard: date | None, terms: Terms) -> date | None:
    counted = terms.acknowledge_by(refusal.proposal.stage, told_on) or terms.in_working_days(told_on, TAKE_ON_WITHIN)
    return _never_past(counted, hard)


def finish(complaint: Complaint, number: int, words: str, *, write: Write) -> RefusalUndone:
    """Return the event; raises Refused without words, or before the acknowledgement it led to has gone (2.4, 6.2)."""
    kinds = (DutyKind.OMBUDSMAN_DATE, DutyKind.TAKE_ON_POINTS)
    if not any(complaint.has_task(kind, number) for kind in kinds):
        raise Refused(Why.NOTHING_TO_SETTLE)
    stage = complaint.current
    if complaint.ended is None and stage is not None and _unacknowledged(stage):
        raise Refused(Why.NOT_YET_ACKNOWLEDGED)
    if not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return RefusalUndone(number, write(WordsKind.NOTE, words))


def _unacknowledged(stage: StageState) -> bool:
    return stage.acknowledge_by is not None and stage.acknowledgement_sent_on is None and stage.answer_sent_on is None


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case LookAgainAsked(_, number, _, look_by):
            return complaint.with_task(Task(DutyKind.LOOK_AT_REFUSAL, number, look_by, Owner.COMPLAINTS_OFFICER))
        case RefusalUpheld(number):
            return complaint.without_task(DutyKind.LOOK_AT_REFUSAL, number)
        case RefusalOverturned():
            return _overturned(complaint, event)
        case RefusalUndone(number, _):
            done = complaint.without_task(DutyKind.OMBUDSMAN_DATE, number)
            return done.without_task(DutyKind.TAKE_ON_POINTS, number)


def _overturned(complaint: Complaint, event: RefusalOverturned) -> Complaint:
    complaint = with_refusal(
        complaint,
        event.refusal,
        standing=RefusalStanding.OVERTURNED,
        told_on=event.told_on,
        overturned_by=event.by,
        instructed_by=event.instructed_by,
    ).without_task(DutyKind.LOOK_AT_REFUSAL, event.refusal)
    complaint = replace(complaint, refusals=tuple(replace(each, whole=False) for each in complaint.refusals))
    complaint = _restarted(complaint, event) if event.restarts else _hurried(complaint, event)
    if event.instructed_by is not None:
        hard = Task(DutyKind.OMBUDSMAN_DATE, event.refusal, event.instructed_by, Owner.COMPLAINTS_OFFICER)
        complaint = complaint.with_task(hard)
    if event.take_on_by is not None:
        complaint = complaint.with_task(Task(DutyKind.TAKE_ON_POINTS, event.refusal, event.take_on_by))
    return complaint


def _hurried(complaint: Complaint, event: RefusalOverturned) -> Complaint:
    """Return the complaint whose acknowledgement, if it still waits, comes no later than the Ombudsman's date."""
    if event.acknowledge_by is None:
        return complaint
    return complaint.with_stage(event.stage, acknowledge_by=event.acknowledge_by, never_after=event.instructed_by)


def _restarted(complaint: Complaint, event: RefusalOverturned) -> Complaint:
    if event.respond_by is None:
        return complaint
    left = tuple(task for task in complaint.tasks if task.kind not in OF_A_RUNNING_STAGE)
    restarted = replace(going_on(complaint), tasks=left, proposed=None)
    clocked = restarted.with_new_clock(event.stage, event.acknowledge_by, event.respond_by)
    return clocked.with_stage(event.stage, restarted_on=event.told_on, never_after=event.instructed_by)
