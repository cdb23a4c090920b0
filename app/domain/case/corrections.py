"""A fact typed wrong: old, new, why and who; a second person where a missed date would vanish (ruling 12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import CorrectionProposal, Fact
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.profiles import RespondFrom, Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import WordsKind, Write


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a stage, counted again."""

    began_on: date
    acknowledge_by: date | None
    respond_by: date
    limit: date
    target: date


@dataclass(frozen=True, slots=True)
class CorrectionProposed:
    """A missed date would vanish: a second person decides."""

    proposal: CorrectionProposal
    decide_by: date


@dataclass(frozen=True, slots=True)
class CorrectionDeclined:
    """The second person said no; the fact stands."""


@dataclass(frozen=True, slots=True)
class FactCorrected:
    """The fact as it is now. The resident's own words and their date of writing are never among them."""

    proposal: CorrectionProposal
    dates: Dates | None
    approved_by: int | None


@dataclass(frozen=True, slots=True)
class Redated:
    """A bank holiday learnt later moved the dates of an open stage."""

    stage: Stage
    dates: Dates


Event = CorrectionProposed | CorrectionDeclined | FactCorrected | Redated

STAGE_OF = {Fact.RECEIVED_ON: Stage.ONE, Fact.STAGE_2_ASKED_ON: Stage.TWO}


def count_again(stage: StageState, began_on: date, terms: Terms) -> Dates:
    """Return a stage's dates counted from another first day, all else as it was (6.2–6.4)."""
    acknowledge_by = terms.acknowledge_by(stage.stage, began_on)
    if acknowledge_by is not None and stage.never_after is not None:
        acknowledge_by = min(acknowledge_by, stage.never_after)
    from_receipt = terms.times(stage.stage).respond_from is RespondFrom.RECEIPT
    acknowledged = None if from_receipt else stage.acknowledgement_sent_on
    limit = terms.respond_by(stage.stage, began_on, acknowledged)
    target = limit if acknowledged is None else terms.as_if_on_time(stage.stage, began_on, acknowledged)
    if stage.extensions:
        return Dates(began_on, acknowledge_by, stage.respond_by, max(limit, stage.limit), target)
    respond_by = min(stage.respond_by, limit) if stage.acknowledged_on is not None else limit
    return Dates(began_on, acknowledge_by, respond_by, limit, target)


def hides_a_miss(stage: StageState, dates: Dates, on: date) -> bool:
    """Return whether a date that was missed would no longer be (ruling 12)."""

    def late(by: date | None, done: date | None) -> bool:
        return by is not None and (done or on) > by

    was = late(stage.acknowledge_by, stage.acknowledgement_sent_on), late(stage.limit, stage.answer_sent_on)
    now = late(dates.acknowledge_by, stage.acknowledgement_sent_on), late(dates.limit, stage.answer_sent_on)
    return any(before and not after for before, after in zip(was, now, strict=True))


def correct(
    complaint: Complaint,
    fact: Fact,
    new: date | int | None,
    reason: str,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> FactCorrected | CorrectionProposed:
    """Return the correction, or its proposal where a missed date would vanish (ruling 12).

    `new` is a day for a date, the number of a home for the home. Raises Refused without a reason or a change.
    """
    old = value_of(complaint, fact)
    gaps = []
    if new is None or new == old:
        gaps.append(Gap(Why.NOTHING_CHANGED, "new"))
    if isinstance(new, date) and new > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "new"))
    if not reason.strip():
        gaps.append(Gap(Why.CORRECTION_WITHOUT_REASON, "words"))
    if gaps:
        raise Refused(*gaps)
    said = write(WordsKind.REASON, reason)
    proposal = CorrectionProposal(fact, _text(old), _text(new), said, deed.by.staff_id or 0)
    corrected = _corrected(complaint, proposal, terms, None)
    stage = _stage(complaint, fact)
    if stage is not None and corrected.dates is not None and hides_a_miss(stage, corrected.dates, deed.on):
        return CorrectionProposed(proposal, terms.in_working_days(deed.on, 1))
    return corrected


def approve(complaint: Complaint, *, terms: Terms, deed: Deed) -> FactCorrected:
    """Return the correction; raises Refused for the one who proposed it (ruling 12)."""
    proposal = _proposal(complaint, deed)
    return _corrected(complaint, proposal, terms, deed.by.staff_id)


def decline(complaint: Complaint, *, deed: Deed) -> CorrectionDeclined:
    """Return the event; raises Refused for the one who proposed it (ruling 12)."""
    _proposal(complaint, deed)
    return CorrectionDeclined()


def redate(complaint: Complaint, *, terms: Terms) -> Redated | None:
    """Return an open stage's dates counted by the calendar as it is now, None when none moves."""
    stage = complaint.unanswered
    if stage is None:
        return None
    dates = count_again(stage, stage.counts_from, terms)
    same = (dates.acknowledge_by, dates.respond_by, dates.limit) == (
        stage.acknowledge_by,
        stage.respond_by,
        stage.limit,
    )
    return None if same else Redated(stage.stage, dates)


def value_of(complaint: Complaint, fact: Fact) -> date | int | None:
    """Return a fact as the record has it."""
    match fact:
        case Fact.RECEIVED_ON:
            return complaint.received_on
        case Fact.STAGE_2_ASKED_ON:
            return complaint.stage_2_asked_on
        case Fact.HOME:
            return complaint.home


def _proposal(complaint: Complaint, deed: Deed) -> CorrectionProposal:
    if complaint.correction is None:
        raise Refused(Why.NOTHING_TO_APPROVE)
    if deed.by.staff_id is None or deed.by.staff_id == complaint.correction.by:
        raise Refused(Why.NEEDS_SECOND_PERSON)
    return complaint.correction


def _stage(complaint: Complaint, fact: Fact) -> StageState | None:
    """Return the stage that counts from this fact: none does that began anew on another day (ruling 17)."""
    state = complaint.at_stage(STAGE_OF[fact]) if fact in STAGE_OF else None
    return None if state is None or state.restarted_on is not None else state


def _corrected(
    complaint: Complaint, proposal: CorrectionProposal, terms: Terms, approved_by: int | None
) -> FactCorrected:
    stage = _stage(complaint, proposal.fact)
    dates = None if stage is None else count_again(stage, date.fromisoformat(proposal.new), terms)
    return FactCorrected(proposal, dates, approved_by)


def _text(value: date | int | None) -> str:
    return "" if value is None else str(value)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case CorrectionProposed(proposal, decide_by):
            task = Task(DutyKind.APPROVE_CORRECTION, 0, decide_by, Owner.SECOND_PERSON)
            return replace(complaint, correction=proposal).with_task(task)
        case CorrectionDeclined():
            return replace(complaint, correction=None).without_task(DutyKind.APPROVE_CORRECTION)
        case FactCorrected(proposal, dates, _):
            corrected = replace(_with_fact(complaint, proposal), correction=None)
            corrected = corrected.without_task(DutyKind.APPROVE_CORRECTION)
            return corrected if dates is None else _with_dates(corrected, STAGE_OF[proposal.fact], dates)
        case Redated(stage, dates):
            return _with_dates(complaint, stage, dates)


def _with_fact(complaint: Complaint, proposal: CorrectionProposal) -> Complaint:
    match proposal.fact:
        case Fact.RECEIVED_ON:
            return replace(complaint, received_on=date.fromisoformat(proposal.new))
        case Fact.STAGE_2_ASKED_ON:
            return replace(complaint, stage_2_asked_on=date.fromisoformat(proposal.new))
        case Fact.HOME:
            return replace(complaint, home=int(proposal.new))


def _with_dates(complaint: Complaint, stage: Stage, dates: Dates) -> Complaint:
    state = complaint.at_stage(stage)
    again = state is not None and state.restarted_on is not None
    return complaint.with_stage(
        stage,
        **{"restarted_on" if again else "began_on": dates.began_on},
        acknowledge_by=dates.acknowledge_by,
        respond_by=dates.respond_by,
        limit=dates.limit,
        original_limit=dates.limit,
        target=dates.target,
    )
