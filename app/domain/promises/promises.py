"""A promise: what will happen, by whom and by when, followed through until it is done (6.6, 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.findings import PromiseDraft
from app.domain.case.state import Complaint, PromiseState
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class PromiseMade:
    """A promise stands in a letter."""

    promise: int
    said: Said
    owner: int
    due_on: date
    letter: int


@dataclass(frozen=True, slots=True)
class PromiseDone:
    """It was done, with what proves it."""

    promise: int
    happened_on: date
    proof: Said


Event = PromiseMade | PromiseDone


def make(complaint: Complaint, drafts: Sequence[PromiseDraft], letter: int, write: Write) -> tuple[PromiseMade, ...]:
    """Return an event for each promise of a letter, numbered on; raises Refused for one with a part missing (7.3)."""
    first = len(complaint.promises) + 1
    kept = [draft for draft in drafts if not draft.empty]
    return tuple(_made(number, draft, letter, write) for number, draft in enumerate(kept, first))


def _made(number: int, draft: PromiseDraft, letter: int, write: Write) -> PromiseMade:
    if draft.owner is None:
        raise Refused(Why.PROMISE_WITHOUT_OWNER)
    if draft.due_on is None:
        raise Refused(Why.PROMISE_WITHOUT_DATE)
    return PromiseMade(number, write(WordsKind.PROMISE, draft.words), draft.owner, draft.due_on, letter)


def finish(
    complaint: Complaint, number: int, happened_on: date, proof: str, *, deed: Deed, write: Write
) -> PromiseDone:
    """Return the event; raises Refused without proof, for a date to come, or one that ended already (7.3)."""
    if complaint.promise(number).done_on is not None:
        raise Refused(Why.PROMISE_ALREADY_ENDED)
    if happened_on > deed.on:
        raise Refused(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    if not proof.strip():
        raise Refused(Gap(Why.DONE_WITHOUT_PROOF, "proof"))
    return PromiseDone(number, happened_on, write(WordsKind.PROOF, proof))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case PromiseMade(number, said, owner, due_on, letter):
            made = PromiseState(number, said, owner, due_on, letter)
            return replace(complaint, promises=(*complaint.promises, made))
        case PromiseDone(number, happened_on, proof):
            promises = tuple(
                replace(each, done_on=happened_on, proof=proof) if each.number == number else each
                for each in complaint.promises
            )
            return replace(complaint, promises=promises)
