"""Promises that we mean to make go to the resident before the answer; silence holds nothing (7.3, ruling 23)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.mail.addressees import addressee
from app.domain.promises.draft_states import DraftReply, DraftState
from app.domain.promises.whys import DraftWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class PromiseDrafted:
    """We mean to promise this by a day, and ask whoever gets the letters of the case first."""

    draft: int
    stage: Stage
    party: int
    said: Said
    due_on: date
    letter: int


@dataclass(frozen=True, slots=True)
class PromiseDraftAnswered:
    """They said yes, or what they would have otherwise."""

    draft: int
    party: int
    reply: DraftReply
    said: Said | None


@dataclass(frozen=True, slots=True)
class PromiseDraftLookedAt:
    """Somebody has read what they would have otherwise; the answer says what becomes of it."""

    draft: int


@dataclass(frozen=True, slots=True)
class PromiseDraftTakenBack:
    """We mean to promise it no more, or otherwise: nobody is asked about it any longer."""

    draft: int


Event = PromiseDrafted | PromiseDraftAnswered | PromiseDraftLookedAt | PromiseDraftTakenBack


def draft(complaint: Complaint, words: str, due_on: date | None, *, deed: Deed, write: Write) -> PromiseDrafted:
    """Return the event; raises Refused where no answer is to be written, or without words and a day to come (7.3)."""
    stage = complaint.unanswered
    if stage is None:
        raise Refused(Why.NO_ANSWER_DUE)
    gaps = []
    if not words.strip():
        gaps.append(Gap(Why.PROMISE_WITHOUT_WORDS, "words"))
    if due_on is None:
        gaps.append(Gap(Why.PROMISE_WITHOUT_DATE, "due_on"))
    elif due_on < deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_PAST, "due_on"))
    if gaps or due_on is None:
        raise Refused(*gaps)
    number, letter = len(complaint.promise_drafts) + 1, len(complaint.letters) + 1
    said = write(WordsKind.PROMISE, words)
    return PromiseDrafted(number, stage.stage, addressee(complaint), said, due_on, letter)


def answer(
    complaint: Complaint, number: int, party: int, reply: DraftReply, words: str, write: Write
) -> PromiseDraftAnswered:
    """Return what they say of it, which they may put right; raises Refused for who may not act, or without words."""
    meant = is_open(complaint, number)
    if not complaint.party(party).may_act:
        raise Refused(Why.ONLY_THE_RESIDENT)
    if reply is DraftReply.OTHERWISE and not words.strip():
        raise Refused(Gap(DraftWhy.OTHERWISE_WITHOUT_WORDS, "words"))
    if reply is DraftReply.YES and meant.reply is DraftReply.YES:
        raise Refused(Gap(Why.NOTHING_CHANGED, "reply"))
    said = write(WordsKind.REPLY, words) if words.strip() else None
    return PromiseDraftAnswered(number, party, reply, said)


def look_at(complaint: Complaint, number: int) -> PromiseDraftLookedAt:
    """Return the event; raises Refused where there is nothing that nobody has looked at."""
    if not is_open(complaint, number).objects:
        raise Refused(Why.NOTHING_TO_SETTLE)
    return PromiseDraftLookedAt(number)


def take_back(complaint: Complaint, number: int) -> PromiseDraftTakenBack:
    """Return the event; raises Refused for one that is over."""
    is_open(complaint, number)
    return PromiseDraftTakenBack(number)


def open_ones(complaint: Complaint) -> tuple[DraftState, ...]:
    """Return those that still stand before an answer: with the answer, or the end, all of them are over."""
    stage = complaint.unanswered
    if stage is None:
        return ()
    return tuple(each for each in complaint.promise_drafts if each.stage is stage.stage and not each.taken_back)


def is_open(complaint: Complaint, number: int) -> DraftState:
    """Return one that still stands before an answer; raises Refused for another."""
    found = next((each for each in open_ones(complaint) if each.number == number), None)
    if found is None:
        raise Refused(DraftWhy.DRAFT_IS_OVER)
    return found


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case PromiseDrafted(number, stage, party, said, due_on, letter):
            meant = DraftState(number, stage, party, said, due_on, letter)
            return replace(complaint, promise_drafts=(*complaint.promise_drafts, meant))
        case PromiseDraftAnswered(number, _, reply, said):
            return _with(complaint, number, reply=reply, replied=said, looked_on=None)
        case PromiseDraftLookedAt(number):
            return _with(complaint, number, looked_on=on)
        case PromiseDraftTakenBack(number):
            return _with(complaint, number, taken_back=True)


def _with(complaint: Complaint, number: int, **changes: object) -> Complaint:
    changed = tuple(
        replace(each, **changes) if each.number == number else each  # type: ignore[arg-type]
        for each in complaint.promise_drafts
    )
    return replace(complaint, promise_drafts=changed)
