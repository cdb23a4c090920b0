"""Logged by mistake: with a reason, a second person and a note to the resident, and taken back whole (ruling 18).

It then is no complaint, and is counted as none. Its dates stay as they were: taken back, no day was won.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.not_accepted import RefusalStanding
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended, MistakeProposal
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class MistakeProposed:
    """Somebody says that it was logged by mistake: a second person decides by a day. Every clock runs on."""

    proposal: MistakeProposal
    decide_by: date


@dataclass(frozen=True, slots=True)
class MistakeDeclined:
    """The second person did not agree: it goes on."""


@dataclass(frozen=True, slots=True)
class LoggedByMistake:
    """The second person agreed. It ends here, and is not counted as a complaint."""

    happened_on: date
    proposal: MistakeProposal
    approved_by: int
    letter: int


@dataclass(frozen=True, slots=True)
class MistakeTakenBack:
    """It was a complaint after all: it goes on by the dates it had."""

    said: Said
    letter: int


Event = MistakeProposed | MistakeDeclined | LoggedByMistake | MistakeTakenBack


def may_be_one(complaint: Complaint) -> bool:
    """Return whether it may be said of it: it runs, nothing was answered, refused, put into it or asked of Stage 2."""
    first = complaint.stage_1 or complaint.stage_2
    refused = any(each.in_force or each.standing is RefusalStanding.PROPOSED for each in complaint.refusals)
    busy = refused or complaint.stage_2_waits or bool(complaint.kin.originals)
    return complaint.ended is None and first is not None and first.answered_on is None and not busy


def propose(complaint: Complaint, words: str, *, terms: Terms, deed: Deed, write: Write) -> MistakeProposed:
    """Return the event; raises Refused without a reason, once answered or ended, or when it was said already."""
    if not may_be_one(complaint) or complaint.mistake is not None:
        raise Refused(Why.MISTAKE_NOT_NOW)
    if not words.strip():
        raise Refused(Gap(Why.MISTAKE_WITHOUT_REASON, "words"))
    proposal = MistakeProposal(write(WordsKind.REASON, words), deed.by.staff_id or 0)
    return MistakeProposed(proposal, terms.in_working_days(deed.on, 1))


def approve(complaint: Complaint, *, deed: Deed) -> LoggedByMistake:
    """Return the event; raises Refused for who proposed it, or when it was answered meanwhile (ruling 18)."""
    proposal = _proposal(complaint, deed)
    if not may_be_one(complaint):
        raise Refused(Why.MISTAKE_NOT_NOW)
    return LoggedByMistake(deed.on, proposal, deed.by.staff_id or 0, len(complaint.letters) + 1)


def decline(complaint: Complaint, *, deed: Deed) -> MistakeDeclined:
    """Return the event; raises Refused for who proposed it (ruling 18)."""
    _proposal(complaint, deed)
    return MistakeDeclined()


def take_back(complaint: Complaint, words: str, *, write: Write) -> MistakeTakenBack:
    """Return the event; raises Refused without words, or unless it ended as a mistake (ruling 18)."""
    if complaint.ended is not Ended.MISTAKE:
        raise Refused(Why.MISTAKE_NOT_WAITING)
    if not words.strip():
        raise Refused(Gap(Why.MISTAKE_WITHOUT_REASON, "words"))
    return MistakeTakenBack(write(WordsKind.REASON, words), len(complaint.letters) + 1)


def _proposal(complaint: Complaint, deed: Deed) -> MistakeProposal:
    if complaint.mistake is None or complaint.ended is not None:
        raise Refused(Why.MISTAKE_NOT_WAITING)
    if deed.by.staff_id is None or deed.by.staff_id == complaint.mistake.by:
        raise Refused(Why.MISTAKE_NEEDS_SECOND_PERSON)
    return complaint.mistake


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case MistakeProposed(proposal, decide_by):
            task = Task(DutyKind.APPROVE_MISTAKE, 0, decide_by, Owner.SECOND_PERSON)
            return replace(complaint, mistake=proposal).with_task(task)
        case MistakeDeclined():
            return replace(complaint, mistake=None).without_task(DutyKind.APPROVE_MISTAKE)
        case LoggedByMistake(happened_on):
            ended = replace(complaint, mistake=None, ended=Ended.MISTAKE, ended_on=happened_on)
            return ended.without_task(DutyKind.APPROVE_MISTAKE)
        case MistakeTakenBack():
            return replace(complaint, ended=None, ended_on=None)
