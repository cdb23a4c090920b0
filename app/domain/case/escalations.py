"""Asking for Stage 2: at any time, without a reason, and never lost (6.10–6.13, rulings 13–15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.case.complaints import begin
from app.domain.case.not_accepted import on_its_way, refused_points
from app.domain.case.refusal_effects import lapse
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

STAGE_1_ANSWER_WITHIN = 5
"""Working days that a complaints officer may still give a late Stage 1 once Stage 2 is asked for (ruling 13)."""


class Standing(Enum):
    """Where Stage 1 stood when Stage 2 was asked for."""

    ANSWERED = "answered"
    NOT_YET_DUE = "not_yet_due"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Stage2Asked:
    """The request stands in the record, whatever Stage 1 is at. `reply_by`: we answer it in writing."""

    party: int | None
    happened_on: date
    standing: Standing
    said: Said | None
    dropped_points: tuple[int, ...]
    reply_by: date
    decide_by: date | None
    letter: int


@dataclass(frozen=True, slots=True)
class Stage2Started:
    """Stage 2 is on, with the dates its clock sets."""

    happened_on: date
    acknowledge_by: date | None
    respond_by: date
    resident_agreed: bool


@dataclass(frozen=True, slots=True)
class Stage1AnswerSet:
    """The complaints officer set a last date for a late Stage 1; the missed date stays missed (ruling 13)."""

    answer_by: date
    said: Said
    letter: int


@dataclass(frozen=True, slots=True)
class Stage2RequestWithdrawn:
    """The resident no longer wants Stage 2 to begin when Stage 1 is answered."""

    party: int


Event = Stage2Asked | Stage2Started | Stage1AnswerSet | Stage2RequestWithdrawn


def ask(
    complaint: Complaint,
    party: int | None,
    words: str = "",
    dropped_points: Sequence[int] = (),
    *,
    happened_on: date,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> tuple[Stage2Asked | Stage2Started, ...]:
    """Return the request, and the start of Stage 2 when Stage 1 is answered; an empty form will do (6.12, ruling 13).

    Raises Refused only when Stage 2 was asked for already, for a date to come, or when every point is dropped.
    """
    stage_1 = complaint.stage_1
    if complaint.stage_2 is not None or complaint.stage_2_waits:
        raise Refused(Why.STAGE_2_ALREADY_ASKED)
    if complaint.ended is Ended.REFUSED or on_its_way(complaint.refusals):
        raise Refused(Why.NOT_ACCEPTED)
    if stage_1 is None or (complaint.ended is not None and stage_1.answered_on is None):
        raise Refused(Why.ALREADY_STOPPED)  # stopped after its answer, asking for Stage 2 is how it goes on (ruling 19)
    if happened_on > deed.on:
        raise Refused(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    refused = refused_points(complaint.refusals, complaint.definition.version)
    numbers = {point.number for point in complaint.definition.points} - refused
    dropped = tuple(sorted(numbers & set(dropped_points)))
    if numbers and len(dropped) == len(numbers):
        raise Refused(Gap(Why.NO_POINT_GOES_ON, "points"))
    standing = _standing(complaint, deed)
    said = write(WordsKind.REPLY, words) if words.strip() else None
    reply_by = terms.in_working_days(happened_on, 5)
    decide_by = terms.in_working_days(deed.on, 1) if standing is Standing.LATE else None
    letter = len(complaint.letters) + 1
    asked = Stage2Asked(party, happened_on, standing, said, dropped, reply_by, decide_by, letter)
    return (asked, start(happened_on, terms)) if standing is Standing.ANSWERED else (asked,)


def _standing(complaint: Complaint, deed: Deed) -> Standing:
    stage_1 = complaint.stage_1
    if stage_1 is None or stage_1.answered_on is not None:
        return Standing.ANSWERED
    return Standing.LATE if deed.on > min(stage_1.respond_by, stage_1.limit) else Standing.NOT_YET_DUE


def start(happened_on: date, terms: Terms, *, resident_agreed: bool = False) -> Stage2Started:
    """Return the event of Stage 2 beginning on a day (6.11, 6.14)."""
    return Stage2Started(
        happened_on,
        terms.acknowledge_by(Stage.TWO, happened_on),
        terms.respond_by(Stage.TWO, happened_on),
        resident_agreed,
    )


def start_waiting(complaint: Complaint, *, terms: Terms, deed: Deed) -> Stage2Started | None:
    """Return the start of a Stage 2 that waited for today's Stage 1 answer, None when none waits (ruling 13)."""
    return start(deed.on, terms) if complaint.stage_2_waits else None


def start_now(complaint: Complaint, *, resident_agreed: bool, terms: Terms, deed: Deed) -> Stage2Started:
    """Return Stage 2 opened over a late Stage 1; raises Refused without the resident's yes (ruling 13)."""
    _waiting_for_decision(complaint)
    if not resident_agreed:
        raise Refused(Gap(Why.RESIDENT_MUST_AGREE, "resident_agreed"))
    return start(deed.on, terms, resident_agreed=True)


def set_stage_1_answer(
    complaint: Complaint, answer_by: date | None, words: str, *, terms: Terms, deed: Deed, write: Write
) -> Stage1AnswerSet:
    """Return the last date for a late Stage 1; raises Refused beyond five working days (ruling 13)."""
    _waiting_for_decision(complaint)
    if answer_by is None or answer_by > terms.in_working_days(deed.on, STAGE_1_ANSWER_WITHIN):
        raise Refused(Gap(Why.DATE_BEYOND_LIMIT, "answer_by"))
    if answer_by < deed.on:
        raise Refused(Gap(Why.DATE_IN_THE_PAST, "answer_by"))
    if not words.strip():
        raise Refused(Gap(Why.MORE_TIME_WITHOUT_REASON, "words"))
    return Stage1AnswerSet(answer_by, write(WordsKind.REASON, words), len(complaint.letters) + 1)


def withdraw(complaint: Complaint, party: int) -> Stage2RequestWithdrawn:
    """Return the event; raises Refused when no request waits, or for who may only ask for it (rulings 6 and 13)."""
    if not complaint.stage_2_waits:
        raise Refused(Why.NO_STAGE_2_REQUEST)
    if not complaint.party(party).may_act:
        raise Refused(Why.ONLY_THE_RESIDENT)
    return Stage2RequestWithdrawn(party)


def _waiting_for_decision(complaint: Complaint) -> None:
    if not complaint.stage_2_waits or not complaint.has_task(DutyKind.DECIDE_STAGE_2):
        raise Refused(Why.STAGE_2_NOT_WAITING)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case Stage2Asked():
            return _asked(complaint, event)
        case Stage2Started(happened_on, acknowledge_by, respond_by, _):
            started = begin(Stage.TWO, happened_on, acknowledge_by, respond_by)
            started_complaint = replace(
                complaint, stage_2=started, stage_2_waits=False, ended=None, ended_on=None, closure=None
            )
            return lapse(started_complaint.without_task(DutyKind.DECIDE_STAGE_2))
        case Stage1AnswerSet(answer_by, _, _):
            set_ = complaint.with_stage(Stage.ONE, new_date_promised=answer_by, tell_new_date_by=None)
            return set_.without_task(DutyKind.DECIDE_STAGE_2)
        case Stage2RequestWithdrawn():
            stopped = replace(complaint, stage_2_waits=False, stage_2_asked_on=None, dropped_points=())
            stopped = stopped.without_task(DutyKind.DECIDE_STAGE_2)
            return stopped.without_task(DutyKind.ANSWER_EARLY_STAGE_2)


def _asked(complaint: Complaint, event: Stage2Asked) -> Complaint:
    complaint = replace(
        complaint,
        stage_2_asked_on=event.happened_on,
        stage_2_waits=event.standing is not Standing.ANSWERED,
        dropped_points=event.dropped_points,
    )
    if event.standing is Standing.ANSWERED:
        return complaint
    complaint = complaint.with_task(Task(DutyKind.ANSWER_EARLY_STAGE_2, 0, event.reply_by, stage=Stage.TWO))
    if event.decide_by is None:
        return complaint
    return complaint.with_task(Task(DutyKind.DECIDE_STAGE_2, 0, event.decide_by, Owner.COMPLAINTS_OFFICER, Stage.TWO))
