"""Not accepting a complaint, or a point of it: for one of the policy's grounds, with two people (2.1–2.5, 5.11)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.case.findings import points_to_answer
from app.domain.case.independence import bar
from app.domain.case.not_accepted import RefusalProposal, RefusalStanding, RefusalState, on_its_way
from app.domain.case.refusal_effects import lapse, with_refusal
from app.domain.case.signposts import months_after
from app.domain.case.state import Complaint, StageState
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.profiles import Ground, Profile, Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


class Proceedings(Enum):
    """How far a matter is at court. A solicitor's letter alone never blocks a complaint (2.2)."""

    FILED = "filed"
    LETTER_ONLY = "letter_only"


@dataclass(frozen=True, slots=True)
class RefusalDraft:
    """A refusal as a handler writes it. `whole` and `part` are asked while there is no definition, `points` after."""

    ground: Ground | None
    reasons: str
    evidence: str
    discretion: str = ""
    whole: bool | None = None
    part: str = ""
    points: tuple[int, ...] = ()
    happened_on: date | None = None
    aware_on: date | None = None
    proceedings: Proceedings | None = None
    filed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RefusalProposed:
    """A handler would not accept it: a second person decides by a day. It moves no date."""

    proposal: RefusalProposal
    decide_by: date


@dataclass(frozen=True, slots=True)
class RefusalReturned:
    """The second person did not agree, and said why."""

    refusal: int
    said: Said


@dataclass(frozen=True, slots=True)
class RefusalApproved:
    """The second person agreed. `whole`: nothing is left to answer once the letter has gone."""

    refusal: int
    stage: Stage
    whole: bool
    letter: int
    approved_by: int


Event = RefusalProposed | RefusalReturned | RefusalApproved


def grounds(profile: Profile, off: Collection[str]) -> tuple[Ground, ...]:
    """Return the grounds that the landlord's policy has: its profile's, less those it switched off (2.2)."""
    return tuple(ground for ground in profile.grounds if ground.value not in off)


def stage_open(complaint: Complaint) -> StageState:
    """Return the stage of which something may be refused; raises Refused when none is, or all of it was (2.2, 5.11).

    Stage 2 may be refused until it is acknowledged, Stage 1 until it is answered.
    """
    stage = complaint.unanswered
    if stage is None:
        raise Refused(Why.NOTHING_TO_REFUSE)
    if stage.stage is Stage.TWO and stage.acknowledged_on is not None:
        raise Refused(Why.NOTHING_TO_REFUSE)
    if on_its_way(complaint.refusals):
        raise Refused(Why.REFUSAL_ON_ITS_WAY)
    return stage


def propose(
    complaint: Complaint,
    draft: RefusalDraft,
    policy: Collection[Ground],
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> RefusalProposed:
    """Return the event; raises Refused with every gap, and by somebody concerned in the complaint (2.1–2.5, 5.8)."""
    stage, staff = stage_open(complaint), deed.by.staff_id or 0
    if why := bar(complaint, staff):
        raise Refused(why)
    refuse_if(tuple(_gaps(complaint, draft, policy, terms, deed.on)))
    if draft.ground is None:
        raise Refused(Gap(Why.NO_GROUND, "ground"))
    defined = bool(complaint.definition.points)
    whole = not defined and bool(draft.whole)
    proposal = RefusalProposal(
        number=len(complaint.refusals) + 1,
        stage=stage.stage,
        ground=draft.ground,
        whole=whole,
        points=tuple(sorted(draft.points)) if defined else (),
        version=complaint.definition.version,
        part=None if defined or whole else write(WordsKind.POINT, draft.part),
        reasons=write(WordsKind.REASON, draft.reasons),
        evidence=write(WordsKind.PROOF, draft.evidence),
        discretion=write(WordsKind.REASON, draft.discretion) if draft.discretion.strip() else None,
        happened_on=draft.happened_on if draft.ground is Ground.OVER_TIME_LIMIT else None,
        aware_on=draft.aware_on if draft.ground is Ground.OVER_TIME_LIMIT else None,
        filed_on=draft.filed_on if draft.ground is Ground.COURT_CLAIM else None,
        by=staff,
    )
    return RefusalProposed(proposal, terms.in_working_days(deed.on, 1))


def _gaps(
    complaint: Complaint, draft: RefusalDraft, policy: Collection[Ground], terms: Terms, on: date
) -> Iterator[Gap]:
    if draft.ground is None:
        yield Gap(Why.NO_GROUND, "ground")
    elif draft.ground not in policy:
        yield Gap(Why.GROUND_NOT_IN_POLICY, "ground")
    elif draft.ground is Ground.COURT_CLAIM:
        yield from _at_court(draft, on)
    elif draft.ground is Ground.OVER_TIME_LIMIT:
        yield from _too_old(complaint, draft, terms, on)
    yield from _what(complaint, draft)
    if not draft.reasons.strip():
        yield Gap(Why.REFUSAL_WITHOUT_REASONS, "reasons")
    if not draft.evidence.strip():
        yield Gap(Why.REFUSAL_WITHOUT_EVIDENCE, "evidence")


def _what(complaint: Complaint, draft: RefusalDraft) -> Iterator[Gap]:
    if complaint.definition.points:
        if not draft.points:
            yield Gap(Why.NO_POINT_CHOSEN, "points")
        elif not set(draft.points) <= set(points_to_answer(complaint)):
            yield Gap(Why.POINTS_CHANGED, "points")
    elif draft.whole is None:
        yield Gap(Why.NO_POINT_CHOSEN, "whole")
    elif not draft.whole and not draft.part.strip():
        yield Gap(Why.POINT_WITHOUT_WORDS, "part")


def _at_court(draft: RefusalDraft, on: date) -> Iterator[Gap]:
    if draft.proceedings is None:
        yield Gap(Why.PROCEEDINGS_NOT_ASKED, "proceedings")
    elif draft.proceedings is Proceedings.LETTER_ONLY:
        yield Gap(Why.SOLICITOR_ALONE, "proceedings")
    elif draft.filed_on is None:
        yield Gap(Why.NO_DAY_FILED, "filed_on")
    elif draft.filed_on > on:
        yield Gap(Why.DATE_IN_THE_FUTURE, "filed_on")


def _too_old(complaint: Complaint, draft: RefusalDraft, terms: Terms, on: date) -> Iterator[Gap]:
    if not draft.discretion.strip():
        yield Gap(Why.DISCRETION_NOT_CONSIDERED, "discretion")
    if draft.happened_on is None:
        yield Gap(Why.NO_DAY_HAPPENED, "happened_on")
        return
    for field, day in (("happened_on", draft.happened_on), ("aware_on", draft.aware_on)):
        if day is not None and day > on:
            yield Gap(Why.DATE_IN_THE_FUTURE, field)
    known = max(draft.happened_on, draft.aware_on or draft.happened_on)
    received = complaint.received_on or on
    if received <= months_after(known, terms.profile.complain_within_months):
        yield Gap(Why.WITHIN_TIME, "happened_on")


def waiting(complaint: Complaint, number: int) -> RefusalState:
    """Return a refusal that waits for a second person; raises Refused where none of this number does."""
    for each in complaint.refusals:
        if each.number == number and each.standing is RefusalStanding.PROPOSED:
            return each
    raise Refused(Why.REFUSAL_NOT_WAITING)


def approve(complaint: Complaint, number: int, *, deed: Deed, words: str = "") -> RefusalApproved:
    """Return the event; raises Refused for who proposed it or is complained of, or when the points have changed.

    Nor can anybody agree who wrote what must change: their words would go nowhere.
    """
    asked, staff = waiting(complaint, number), deed.by.staff_id
    if staff is None or staff == asked.proposal.by:
        raise Refused(Why.REFUSAL_NEEDS_SECOND_PERSON)
    if why := bar(complaint, staff):
        raise Refused(why)
    if words.strip():
        raise Refused(Gap(Why.AGREED_WITH_WORDS, "words"))
    return as_agreed(complaint, number, staff)


def as_agreed(complaint: Complaint, number: int, staff: int) -> RefusalApproved:
    """Return what agreeing to a refusal would be, whoever agrees; raises Refused when it no longer fits the case."""
    asked = waiting(complaint, number).proposal
    if stage_open(complaint).stage is not asked.stage:
        raise Refused(Why.NOTHING_TO_REFUSE)
    left = set(points_to_answer(complaint))
    if asked.points and (asked.version != complaint.definition.version or not set(asked.points) <= left):
        raise Refused(Why.POINTS_CHANGED)
    whole = asked.whole or bool(asked.points and left <= set(asked.points))
    return RefusalApproved(number, asked.stage, whole, len(complaint.letters) + 1, staff)


def give_back(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> RefusalReturned:
    """Return the event of a second person who does not agree; raises Refused without a word on why (2.1)."""
    if deed.by.staff_id is None or deed.by.staff_id == waiting(complaint, number).proposal.by:
        raise Refused(Why.REFUSAL_NEEDS_SECOND_PERSON)
    if not words.strip():
        raise Refused(Gap(Why.RETURNED_WITHOUT_WORDS, "words"))
    return RefusalReturned(number, write(WordsKind.NOTE, words))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case RefusalProposed(proposal, decide_by):
            task = Task(DutyKind.APPROVE_REFUSAL, proposal.number, decide_by, Owner.SECOND_PERSON, proposal.stage)
            return replace(complaint, refusals=(*complaint.refusals, RefusalState(proposal))).with_task(task)
        case RefusalReturned(number, said):
            returned = with_refusal(complaint, number, standing=RefusalStanding.RETURNED, note=said)
            return returned.without_task(DutyKind.APPROVE_REFUSAL, number)
        case RefusalApproved(number, _, whole, letter, approved_by):
            agreed = with_refusal(
                complaint,
                number,
                standing=RefusalStanding.WRITTEN,
                whole=whole,
                letter=letter,
                decided_by=approved_by,
            )
            agreed = agreed.without_task(DutyKind.APPROVE_REFUSAL, number)
            return lapse(agreed) if whole else agreed
