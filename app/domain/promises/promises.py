"""A promise: what will happen, by whom and by when, followed through until it is done (6.6, 7.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.findings import PromiseDraft
from app.domain.case.state import Complaint
from app.domain.deed import Deed
from app.domain.promises.ledger import Move, PromiseState, Source
from app.domain.reasons import Reason
from app.domain.refused import Gap, Refused, Why, refuse_if
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
class PromiseGiven:
    """A promise was given elsewhere than in the answer: in a call, a message, by the Ombudsman's order."""

    promise: int
    source: Source
    happened_on: date
    said: Said
    owner: int
    contractor: str
    due_on: date


@dataclass(frozen=True, slots=True)
class PromiseHandedOver:
    """Somebody else sees to it now, with a contractor of the landlord's list or with none."""

    promise: int
    owner: int
    contractor: str


@dataclass(frozen=True, slots=True)
class PromiseMoved:
    """A person gave it a new date; the letter tells the resident why."""

    promise: int
    old: date
    new: date
    said: Said
    letter: int


@dataclass(frozen=True, slots=True)
class PromiseDone:
    """It was done, with what proves it."""

    promise: int
    happened_on: date
    proof: Said


Event = PromiseMade | PromiseGiven | PromiseHandedOver | PromiseMoved | PromiseDone


@dataclass(frozen=True, slots=True)
class GivenDraft:
    """A promise as somebody writes it down: where and when it was given, what, by whom and by when."""

    promise: PromiseDraft
    source: Source = Source.CALL
    happened_on: date | None = None
    contractor: str = ""


def make(complaint: Complaint, drafts: Sequence[PromiseDraft], letter: int, write: Write) -> tuple[PromiseMade, ...]:
    """Return an event for each promise of a letter, numbered on; raises Refused for one with a part missing (7.3)."""
    first = len(complaint.promises) + 1
    kept = [draft for draft in drafts if not draft.empty]
    return tuple(_made(number, draft, letter, write) for number, draft in enumerate(kept, first))


def _made(number: int, draft: PromiseDraft, letter: int, write: Write) -> PromiseMade:
    owner, due_on = _whole(draft)
    return PromiseMade(number, write(WordsKind.PROMISE, draft.words), owner, due_on, letter)


def _whole(draft: PromiseDraft) -> tuple[int, date]:
    if draft.owner is None:
        raise Refused(Gap(Why.PROMISE_WITHOUT_OWNER, "owner"))
    if draft.due_on is None:
        raise Refused(Gap(Why.PROMISE_WITHOUT_DATE, "due_on"))
    return draft.owner, draft.due_on


def give(
    complaint: Complaint, draft: GivenDraft, contractors: Collection[str], *, deed: Deed, write: Write
) -> PromiseGiven:
    """Return the event; raises Refused with every part that is missing or cannot be (7.3).

    A promise found out about late may be late already, but it is never due before it was given.
    """
    happened_on = draft.happened_on or deed.on
    refuse_if(list(_wrong_with(draft, happened_on, contractors, deed)))
    owner, due_on = _whole(draft.promise)
    number, said = len(complaint.promises) + 1, write(WordsKind.PROMISE, draft.promise.words)
    return PromiseGiven(number, draft.source, happened_on, said, owner, draft.contractor, due_on)


def _wrong_with(draft: GivenDraft, on: date, contractors: Collection[str], deed: Deed) -> Iterator[Gap]:
    promise = draft.promise
    if not promise.words.strip():
        yield Gap(Why.PROMISE_WITHOUT_WORDS, "words")
    if promise.owner is None:
        yield Gap(Why.PROMISE_WITHOUT_OWNER, "owner")
    if draft.contractor and draft.contractor not in contractors:
        yield Gap(Why.NO_SUCH_CONTRACTOR, "contractor")
    if on > deed.on:
        yield Gap(Why.DATE_IN_THE_FUTURE, "happened_on")
    if promise.due_on is None:
        yield Gap(Why.PROMISE_WITHOUT_DATE, "due_on")
    elif promise.due_on < on:
        yield Gap(Why.DUE_BEFORE_PROMISED, "due_on")


def hand_over(
    complaint: Complaint, number: int, owner: int | None, contractor: str, contractors: Collection[str]
) -> PromiseHandedOver:
    """Return the event; raises Refused without an owner, for a stranger, or where it ended or nothing changes."""
    promise = still_open(complaint, number)
    if owner is None:
        raise Refused(Gap(Why.PROMISE_WITHOUT_OWNER, "owner"))
    if contractor and contractor not in contractors and contractor != promise.contractor:
        raise Refused(Gap(Why.NO_SUCH_CONTRACTOR, "contractor"))
    if (owner, contractor) == (promise.owner, promise.contractor):
        raise Refused(Gap(Why.NOTHING_CHANGED, "owner"))
    return PromiseHandedOver(number, owner, contractor)


def move(complaint: Complaint, number: int, new: date | None, reason: str, *, deed: Deed, write: Write) -> PromiseMoved:
    """Return the event; raises Refused without a date and a reason, or for a date that has passed (7.3, ruling 23)."""
    promise = still_open(complaint, number)
    day = another_day(promise, new, reason, deed, without=Why.PROMISE_MOVED_WITHOUT_REASON)
    said = write(WordsKind.REASON, reason)
    return PromiseMoved(number, promise.due_on, day, said, len(complaint.letters) + 1)


def another_day(promise: PromiseState, new: date | None, reason: str, deed: Deed, *, without: Reason) -> date:
    """Return another day for a promise; raises Refused for none, one that has passed or is so, or without a reason."""
    gaps = []
    if new is None:
        gaps.append(Gap(Why.PROMISE_WITHOUT_DATE, "new_date"))
    elif new < deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_PAST, "new_date"))
    elif new == promise.due_on:
        gaps.append(Gap(Why.NOTHING_CHANGED, "new_date"))
    if not reason.strip():
        gaps.append(Gap(without, "words"))
    if gaps or new is None:
        raise Refused(*gaps)
    return new


def finish(
    complaint: Complaint, number: int, happened_on: date, proof: str, *, deed: Deed, write: Write
) -> PromiseDone:
    """Return the event; raises Refused without proof, for a date to come, or one that ended already (7.3)."""
    still_open(complaint, number)
    if happened_on > deed.on:
        raise Refused(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    if not proof.strip():
        raise Refused(Gap(Why.DONE_WITHOUT_PROOF, "proof"))
    return PromiseDone(number, happened_on, write(WordsKind.PROOF, proof))


def still_open(complaint: Complaint, number: int) -> PromiseState:
    """Return a promise that is still to be kept; raises Refused for another."""
    promise = complaint.promise(number)
    if not promise.open:
        raise Refused(Why.PROMISE_ALREADY_ENDED)
    return promise


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case PromiseMade(number, said, owner, due_on, letter):
            return _with(complaint, PromiseState(number, said, owner, due_on, letter, due_on))
        case PromiseGiven(number, source, _, said, owner, contractor, due_on):
            given = PromiseState(number, said, owner, due_on, 0, due_on, source, contractor)
            return _with(complaint, given)
        case PromiseHandedOver(number, owner, contractor):
            return complaint.with_promise(number, owner=owner, contractor=contractor, proposed=None)
        case PromiseMoved():
            return _moved(complaint, event)
        case PromiseDone(number, happened_on, proof):
            judged = complaint.with_promise(number, verdict=None, judged_on=None, judged=None, proposed=None)
            return judged.with_promise(number, done_on=happened_on, proof=proof, redo_by=None, waits=False)


def _with(complaint: Complaint, promise: PromiseState) -> Complaint:
    """Return the complaint with one promise more: it cannot be closed over it (6.6)."""
    return replace(complaint, promises=(*complaint.promises, promise), closure=None)


def _moved(complaint: Complaint, event: PromiseMoved) -> Complaint:
    found = next((each for each in complaint.promises if each.number == event.promise), None)
    if found is None:
        return complaint
    moves = (*found.moves, Move(event.old, event.new, event.said))
    decided = complaint.with_promise(event.promise, proposed=None)
    moved = decided.with_promise(event.promise, due_on=event.new, moves=moves, redo_by=None, waits=False)
    if not found.disputed:
        return moved
    # What we had said was done is to be done again, by the new date.
    return moved.with_promise(event.promise, done_on=None, proof=None, verdict=None, judged_on=None, judged=None)
