"""Stopping a complaint: only by the person whose it is, by their own choice; silence is never that (ruling 19)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.not_accepted import on_its_way
from app.domain.case.refusal_effects import lapse
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import OF_A_RUNNING_STAGE
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The resident stopped the complaint. Promises go on."""

    party: int
    happened_on: date
    said: Said | None
    letter: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """It goes on: the same day received, a new acknowledgement (ruling 19)."""

    party: int
    happened_on: date
    stage: Stage
    acknowledge_by: date | None
    respond_by: date


Event = Withdrawn | Reopened


def withdraw(
    complaint: Complaint, party: int, *, own_choice: bool, words: str = "", deed: Deed, write: Write
) -> Withdrawn:
    """Return the event; raises Refused unless the resident or a confirmed representative says it is their choice."""
    who = complaint.party(party)
    if not who.may_act:
        raise Refused(Why.ONLY_THE_RESIDENT)
    if not complaint.intake.is_complaint:
        raise Refused(Why.ONLY_A_COMPLAINT)
    if complaint.ended is not None:
        raise Refused(Why.ALREADY_STOPPED)
    if on_its_way(complaint.refusals):
        raise Refused(Why.REFUSAL_ON_ITS_WAY)
    if complaint.closure is not None:
        raise Refused(Why.ALREADY_CLOSED)
    if complaint.stage_2 is not None and complaint.stage_2.answered_on is not None:
        raise Refused(Why.FINAL_ANSWER_GIVEN)
    if not own_choice:
        raise Refused(Gap(Why.NOT_OWN_CHOICE, "own_choice"))
    said = write(WordsKind.REPLY, words) if words.strip() else None
    return Withdrawn(party, deed.on, said, len(complaint.letters) + 1)


def hear(complaint: Complaint, party: int, *, own_choice: bool, words: str = "", deed: Deed, write: Write) -> Withdrawn:
    """Return the event of a complaint that somebody stopped in a call or a visit; its letter asks if that is right.

    Raises Refused as `withdraw` does, and unless staff write what was said.
    """
    if not words.strip():
        raise Refused(Gap(Why.WITHDRAWN_WITHOUT_WORDS, "words"))

    def noted(_: WordsKind, text: str) -> Said:
        return write(WordsKind.NOTE, text)

    return withdraw(complaint, party, own_choice=own_choice, words=words, deed=deed, write=noted)


def reopen(complaint: Complaint, party: int, *, terms: Terms, deed: Deed) -> Reopened:
    """Return the event; raises Refused when it was not stopped, or answered: then Stage 2 is the way (ruling 19)."""
    stage = complaint.current
    if complaint.ended is not Ended.WITHDRAWN or stage is None:
        raise Refused(Why.NOT_STOPPED)
    if stage.answered_on is not None:
        raise Refused(Why.FINAL_ANSWER_GIVEN)
    return opened_again(complaint, party, terms=terms, deed=deed)


def opened_again(complaint: Complaint, party: int, *, terms: Terms, deed: Deed) -> Reopened:
    """Return the event of a complaint that goes on from today, with a new acknowledgement; raises Refused for none."""
    stage = complaint.current
    if stage is None:
        raise Refused(Why.NOT_STOPPED)
    acknowledge_by = terms.acknowledge_by(stage.stage, deed.on)
    if acknowledge_by is not None and stage.never_after is not None:
        acknowledge_by = min(acknowledge_by, stage.never_after)
    return Reopened(
        party,
        deed.on,
        stage.stage,
        acknowledge_by,
        terms.respond_by(stage.stage, deed.on),
    )


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case Withdrawn(_, happened_on, _, _):
            return stopped(complaint, Ended.WITHDRAWN, happened_on)
        case Reopened(_, _, stage, acknowledge_by, respond_by):
            reopened = replace(complaint, ended=None, ended_on=None)
            return reopened.with_new_clock(stage, acknowledge_by, respond_by)


def stopped(complaint: Complaint, why: Ended, on: date) -> Complaint:
    """Return the complaint once it goes no further: nothing of a running stage is left to do."""
    complaint = lapse(complaint)
    left = tuple(task for task in complaint.tasks if task.kind not in OF_A_RUNNING_STAGE)
    return replace(complaint, ended=why, ended_on=on, tasks=left, proposed=None, stage_2_waits=False)
