"""Somebody may be harmed: what was noticed, who was told the same day, and how it ended (ruling 4).

Only those named for it ever see any of this; it stands on no page, letter or report of a resident.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.independence import viewers
from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.deed import Actor, Deed
from app.domain.people.safeguarding_states import ConcernOutcome, ConcernState, Telling, Whom
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class SafeguardingRaised:
    """Somebody noticed that a person may be harmed; those named for it tell who must know, the same day."""

    concern: int
    said: Said
    do_by: date


@dataclass(frozen=True, slots=True)
class SafeguardingTold:
    """Somebody who must know was told."""

    concern: int
    whom: Whom
    said: Said
    happened_on: date
    reference: Said | None


@dataclass(frozen=True, slots=True)
class SafeguardingClosed:
    """What became of it is known."""

    concern: int
    outcome: ConcernOutcome
    said: Said


Event = SafeguardingRaised | SafeguardingTold | SafeguardingClosed


@dataclass(frozen=True, slots=True)
class TellingDraft:
    """Who was told, what they are called and said, when, and their reference; None where nothing was chosen."""

    whom: Whom | None
    words: str
    happened_on: date | None
    reference: str = ""


def may_see(complaint: Complaint, staff: int, *, named: bool) -> bool:
    """Return whether somebody may see the concerns of a case; `named`: by their role.

    Of a restricted case those on its list may, and nobody else.
    """
    listed = viewers(complaint)
    return named if listed is None else staff in listed


def without(complaint: Complaint) -> Complaint:
    """Return the complaint as those have it who may not see its concerns."""
    tasks = tuple(task for task in complaint.tasks if task.kind is not DutyKind.TELL_SAFEGUARDING)
    return replace(complaint, concerns=(), tasks=tasks)


def texts(complaint: Complaint) -> frozenset[int]:
    """Return the numbers of the texts that only those named for it may read."""
    return frozenset(said.number for concern in complaint.concerns for said in _said_in(concern))


def raise_concern(complaint: Complaint, words: str, *, deed: Deed, write: Write) -> SafeguardingRaised:
    """Return the event; raises Refused without a word on what it is (ruling 4)."""
    if not words.strip():
        raise Refused(Gap(Why.CONCERN_WITHOUT_WORDS, "words"))
    return SafeguardingRaised(len(complaint.concerns) + 1, write(WordsKind.SAFEGUARDING, words), deed.on)


def tell(complaint: Complaint, number: int, draft: TellingDraft, *, deed: Deed, write: Write) -> SafeguardingTold:
    """Return the event; raises Refused for one that is closed, for a part missing, or a date to come (ruling 4)."""
    concern = _open(complaint, number)
    gaps = []
    if draft.whom is None:
        gaps.append(Gap(Why.TOLD_NOBODY, "whom"))
    if not draft.words.strip():
        gaps.append(Gap(Why.TOLD_WITHOUT_NAME, "words"))
    if draft.happened_on is None or draft.happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    elif draft.happened_on < concern.raised_on:
        gaps.append(Gap(Why.TOLD_BEFORE_RAISED, "happened_on"))
    refuse_if(gaps)
    if draft.whom is None or draft.happened_on is None:
        raise Refused(Why.TOLD_NOBODY)
    reference = write(WordsKind.SAFEGUARDING, draft.reference) if draft.reference.strip() else None
    return SafeguardingTold(
        number, draft.whom, write(WordsKind.SAFEGUARDING, draft.words), draft.happened_on, reference
    )


def close(
    complaint: Complaint, number: int, outcome: ConcernOutcome | None, words: str, write: Write
) -> SafeguardingClosed:
    """Return the event; raises Refused before anybody was told, or without an outcome and its words (ruling 4)."""
    concern = _open(complaint, number)
    gaps = []
    if outcome is None:
        gaps.append(Gap(Why.CONCERN_WITHOUT_OUTCOME, "outcome"))
    elif not concern.told:
        gaps.append(Gap(Why.CONCERN_NOT_TOLD, "outcome"))
    if not words.strip():
        gaps.append(Gap(Why.OUTCOME_WITHOUT_WORDS, "ended"))
    if gaps or outcome is None:
        raise Refused(*gaps)
    return SafeguardingClosed(number, outcome, write(WordsKind.SAFEGUARDING, words))


def apply(complaint: Complaint, event: Event, by: Actor, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case SafeguardingRaised(number, said, do_by):
            raised = ConcernState(number, said, on, by.staff_id)
            complaint = replace(complaint, concerns=(*complaint.concerns, raised))
            return complaint.with_task(Task(DutyKind.TELL_SAFEGUARDING, number, do_by, Owner.SAFEGUARDING))
        case SafeguardingTold(number, whom, said, happened_on, reference):
            told = Telling(whom, said, happened_on, reference)
            changed = (_with_telling(each, told) if each.number == number else each for each in complaint.concerns)
        case SafeguardingClosed(number, outcome, said):
            changed = (
                replace(each, outcome=outcome, outcome_said=said, closed_on=on) if each.number == number else each
                for each in complaint.concerns
            )
    return replace(complaint, concerns=tuple(changed)).without_task(DutyKind.TELL_SAFEGUARDING, number)


def _with_telling(concern: ConcernState, told: Telling) -> ConcernState:
    return replace(concern, told=(*concern.told, told))


def _open(complaint: Complaint, number: int) -> ConcernState:
    for concern in complaint.concerns:
        if concern.number == number and concern.closed_on is None:
            return concern
    raise Refused(Why.NO_SUCH_CONCERN)


def _said_in(concern: ConcernState) -> Iterator[Said]:
    yield concern.said
    for each in concern.told:
        yield each.said
        if each.reference is not None:
            yield each.reference
    if concern.outcome_said is not None:
        yield concern.outcome_said
