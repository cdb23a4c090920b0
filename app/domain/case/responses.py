"""The answer: every point, with reasons, by somebody who may give it (6.3–6.9, 6.13–6.20, ruling 14)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.check_states import CheckStanding, stands_so
from app.domain.case.findings import OutcomeAnswered, ResponseDraft, missing_parts, points_to_answer, remedies_of
from app.domain.case.independence import bar
from app.domain.case.not_accepted import on_its_way
from app.domain.case.refusal_effects import lapse
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import PointFound
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.promises.remedies import Given, PutRight, RemedyKind
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class ResponseWritten:
    """A member of staff worked on the answer of a stage; who did so at Stage 1 is barred from Stage 2 (6.13)."""

    stage: Stage
    staff: int


@dataclass(frozen=True, slots=True)
class ResponseIssued:
    """The answer is frozen and on its way."""

    stage: Stage
    decision: Said
    findings: tuple[PointFound, ...]
    outcomes: tuple[OutcomeAnswered, ...]
    remedy: Said | None
    letter: int
    signed_by: int


@dataclass(frozen=True, slots=True)
class RemediesGiven:
    """What of the Code's menu an answer gives (7.1)."""

    stage: Stage
    remedies: tuple[RemedyKind, ...]


@dataclass(frozen=True, slots=True)
class PointsPutRight:
    """Which of them answers which point that we agree with (7.1)."""

    stage: Stage
    points: tuple[PutRight, ...]


Event = ResponseWritten | ResponseIssued | RemediesGiven | PointsPutRight


def due(complaint: Complaint) -> StageState:
    """Return the stage that waits for its answer; raises Refused when none does (2.4, 6.3, 6.14)."""
    stage = complaint.unanswered
    if stage is None:
        raise Refused(Why.NO_ANSWER_DUE)
    if on_its_way(complaint.refusals):
        raise Refused(Why.REFUSAL_ON_ITS_WAY)
    if not complaint.definition.points or (stage.acknowledge_by is not None and stage.acknowledged_on is None):
        raise Refused(Why.NOT_YET_ACKNOWLEDGED)
    return stage


def may_answer(complaint: Complaint, staff: int) -> tuple[Gap, ...]:
    """Return why this person may not answer or check the stage that is on (5.8, 6.13, ruling 14); empty: they may."""
    if why := bar(complaint, staff):
        return (Gap(why),)
    before = complaint.stage_1.worked_on_by if complaint.stage_2 is not None and complaint.stage_1 is not None else ()
    return (Gap(Why.SAME_PERSON_AT_BOTH_STAGES),) if staff in before else ()


def refuse_while_checked(complaint: Complaint, stage: Stage) -> None:
    """Raise Refused while an answer waits for a second person: what they look at must not change under their eyes."""
    if stands_so(complaint.answer_checks, stage, CheckStanding.WAITING):
        raise Refused(Why.ANSWER_BEING_CHECKED)


def write_on(complaint: Complaint, deed: Deed) -> ResponseWritten | None:
    """Return the event of somebody working on an answer, None when the record has it; raises Refused (6.13)."""
    stage = due(complaint)
    refuse_while_checked(complaint, stage.stage)
    staff = deed.by.staff_id or 0
    refuse_if(may_answer(complaint, staff))
    return None if staff in stage.worked_on_by else ResponseWritten(stage.stage, staff)


def issue(
    complaint: Complaint, draft: ResponseDraft, *, terms: Terms, deed: Deed, write: Write, checked: bool = False
) -> ResponseIssued:
    """Return the event; raises Refused with every gap of 6.9 or 6.19, or for who may not answer (5.8, 6.13).

    An answer that a second person agreed to is signed by whoever wrote it. `checked`: none goes without (ruling 14).
    """
    stage = due(complaint)
    refuse_while_checked(complaint, stage.stage)
    approved = stands_so(complaint.answer_checks, stage.stage, CheckStanding.APPROVED)
    if checked and approved is None:
        raise Refused(Why.ANSWER_NOT_CHECKED)
    staff = approved.by if approved is not None else deed.by.staff_id or 0
    refuse_if([*may_answer(complaint, staff), *missing_parts(complaint, draft, terms, deed.on)])
    wanted = points_to_answer(complaint)
    findings = tuple(
        PointFound(each.point, each.finding, write(WordsKind.ANSWER, each.reasons))
        for each in draft.findings
        if each.point in wanted and each.finding is not None
    )
    outcomes = tuple(
        OutcomeAnswered(each.outcome, each.granted, write(WordsKind.ANSWER, each.why))
        for each in draft.outcomes
        if each.granted is not None
    )
    remedy = write(WordsKind.ANSWER, draft.remedy) if draft.remedy.strip() else None
    decision = write(WordsKind.ANSWER, draft.decision)
    return ResponseIssued(stage.stage, decision, findings, outcomes, remedy, len(complaint.letters) + 1, staff)


def give_remedies(complaint: Complaint, draft: ResponseDraft) -> tuple[RemediesGiven | PointsPutRight, ...]:
    """Return the events of what an answer just given gives, money too where a sum goes with it, and for which point.

    What serves several points is given once. No event where nothing is given.
    """
    stage, offers, wanted = complaint.current, complaint.remedies.offers, points_to_answer(complaint)
    money = {RemedyKind.MONEY} if any(each.with_answer and each.pending for each in offers) else set()
    served = [(each.point, remedies_of(complaint, draft, each)) for each in draft.findings if each.point in wanted]
    points = tuple(PutRight(point, kinds) for point, kinds in served if kinds)
    chosen = {*draft.remedies, *money, *(kind for point in points for kind in point.kinds)}
    kinds = tuple(kind for kind in RemedyKind if kind in chosen)
    if not kinds or stage is None:
        return ()
    given = RemediesGiven(stage.stage, kinds)
    return (given, PointsPutRight(stage.stage, points)) if points else (given,)


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    state = complaint.at_stage(event.stage)
    if state is None:
        return complaint
    match event:
        case ResponseWritten(stage, staff):
            return complaint.with_stage(stage, worked_on_by=state.worked_on_by | {staff})
        case RemediesGiven(stage, kinds):
            given = (*complaint.remedies.given, Given(stage, kinds))
            return replace(complaint, remedies=replace(complaint.remedies, given=given))
        case PointsPutRight(stage, points):
            return replace(complaint, remedies=complaint.remedies.with_points(stage, points))
        case ResponseIssued(stage, _, findings, _, _, _, signed_by):
            answered = complaint.with_stage(
                stage,
                answered_on=on,
                findings=findings,
                worked_on_by=state.worked_on_by | {signed_by},
                next_update_by=None,
                tell_new_date_by=None,
            )
            answered = replace(answered, proposed=None).without_task(DutyKind.APPROVE_MORE_TIME, stage)
            return lapse(answered.without_task(DutyKind.CORRECT_DEFINITION))
