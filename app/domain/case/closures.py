"""Closing a complaint: once the answer has gone and every promise has ended, never before (6.6, 9.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Closure
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """What caused it (of the landlord's list, or in words), what we learnt, and whether others have it too."""

    cause: str = ""
    cause_words: str = ""
    learning: str = ""
    wider: bool | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """Nothing is left to do; the letter says what was done, and how to come back."""

    happened_on: date
    cause: str
    cause_said: Said | None
    learning: Said
    wider: bool
    letter: int


Event = Closed


def not_yet(complaint: Complaint) -> tuple[Gap, ...]:
    """Return why a complaint cannot be closed now: an answer that has not gone, or a promise (6.6); empty: it can."""
    if complaint.ended is not None:
        return (Gap(Why.ALREADY_STOPPED),)
    if complaint.closure is not None:
        return (Gap(Why.ALREADY_CLOSED),)
    return tuple(_left(complaint))


def _left(complaint: Complaint) -> Iterator[Gap]:
    stage = complaint.current
    if stage is None or stage.answer_sent_on is None:
        yield Gap(Why.ANSWER_NOT_GONE)
    if any(promise.open for promise in complaint.promises):
        yield Gap(Why.PROMISE_STILL_OPEN)
    if any(complaint.has_task(DutyKind.INSPECT_PROMISE, promise.number) for promise in complaint.promises):
        yield Gap(Why.PROMISE_NOT_INSPECTED)
    if any(offer.pending for offer in complaint.remedies.offers):
        yield Gap(MoneyWhy.OFFER_NOT_GONE)
    if complaint.remedies.owed_by:
        yield Gap(MoneyWhy.OFFER_NOT_PAID)


def close(complaint: Complaint, draft: ClosingDraft, causes: Collection[str], *, deed: Deed, write: Write) -> Closed:
    """Return the event; raises Refused while something is left, or without cause, learning and wider view (9.1)."""
    refuse_if(not_yet(complaint))
    gaps = list(_unsaid(draft, causes))
    if gaps or draft.wider is None:
        raise Refused(*gaps)
    cause_said = write(WordsKind.NOTE, draft.cause_words) if draft.cause_words.strip() else None
    learning = write(WordsKind.NOTE, draft.learning)
    return Closed(deed.on, draft.cause, cause_said, learning, draft.wider, len(complaint.letters) + 1)


def _unsaid(draft: ClosingDraft, causes: Collection[str]) -> Iterator[Gap]:
    if draft.cause and draft.cause not in causes:
        yield Gap(Why.NO_SUCH_CAUSE, "cause")
    if not draft.cause and not draft.cause_words.strip():
        yield Gap(Why.CLOSED_WITHOUT_CAUSE, "cause")
    if not draft.learning.strip():
        yield Gap(Why.CLOSED_WITHOUT_LEARNING, "learning")
    if draft.wider is None:
        yield Gap(Why.CLOSED_WITHOUT_WIDER, "wider")


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    closure = Closure(event.happened_on, event.cause, event.cause_said, event.learning, event.wider)
    filing = replace(complaint.filing, root_cause=event.cause or complaint.filing.root_cause)
    return replace(complaint, closure=closure, filing=filing)
