"""Messages between us and one party of a case, both ways; each of theirs is answered by a day (R21, 5.9).

Nothing in a message becomes a new complaint by machine: a person reads it and decides (6.8).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.case.readers import may_read_case
from app.domain.case.state import Complaint
from app.domain.case.threads import MessageState, of_party, unread
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Actor, Deed, london_day
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class MessageReceived:
    """A party wrote to us. We promised to answer within so many working days, by that day."""

    message: int
    party: int
    said: Said
    within: int
    reply_by: date


@dataclass(frozen=True, slots=True)
class MessageWritten:
    """We wrote to a party; whatever of theirs waited (`answers`) is answered by it. It goes in a letter."""

    message: int
    party: int
    said: Said
    answers: tuple[int, ...]
    asks: bool
    letter: int


@dataclass(frozen=True, slots=True)
class MessageSettled:
    """A message of theirs needs no answer, for a reason that stays with us."""

    message: int
    party: int
    reason: Said


@dataclass(frozen=True, slots=True)
class MessagesRead:
    """A party said that they have read what we wrote, up to this message."""

    party: int
    message: int


Event = MessageReceived | MessageWritten | MessageSettled | MessagesRead


def receive(
    complaint: Complaint, party: int, words: str, within: int, *, terms: Terms, deed: Deed, write: Write
) -> MessageReceived:
    """Return the event, to be answered within so many working days; raises Refused only for no words at all (R21)."""
    complaint.party(party)
    if not words.strip():
        raise Refused(Gap(Why.NOTHING_SAID, "words"))
    reply_by = terms.in_working_days(deed.on, within)
    return MessageReceived(_next(complaint), party, write(WordsKind.MESSAGE, words), within, reply_by)


def send(complaint: Complaint, party: int, words: str, *, asks: bool = False, write: Write) -> MessageWritten:
    """Return the event; raises Refused without words, or to who is not yet confirmed to speak for them (ruling 6)."""
    gaps = [] if words.strip() else [Gap(Why.MESSAGE_WITHOUT_WORDS, "words")]
    if complaint.party(party).is_gone:
        gaps.append(Gap(PeopleWhy.PARTY_HAS_DIED, "party"))
    elif not may_read_case(complaint.party(party)):
        gaps.append(Gap(Why.NOT_CONFIRMED_YET, "party"))
    if gaps:
        raise Refused(*gaps)
    answers = tuple(each.number for each in of_party(complaint.messages, party) if each.waits)
    said = write(WordsKind.MESSAGE, words)
    return MessageWritten(_next(complaint), party, said, answers, asks, len(complaint.letters) + 1)


def settle(complaint: Complaint, number: int, reason: str, write: Write) -> MessageSettled:
    """Return the event; raises Refused without a reason, or for a message that does not wait for us (R21)."""
    message = next((each for each in complaint.messages if each.number == number and each.waits), None)
    if message is None:
        raise Refused(Why.NOTHING_TO_SETTLE)
    if not reason.strip():
        raise Refused(Gap(Why.UNANSWERED_WITHOUT_REASON, "words"))
    return MessageSettled(number, message.party, write(WordsKind.REASON, reason))


def read(complaint: Complaint, party: int) -> MessagesRead:
    """Return the event; raises Refused when there is nothing of ours that they have not read (R21)."""
    theirs = unread(complaint.messages, party)
    if not theirs:
        raise Refused(Why.NOTHING_TO_SETTLE)
    return MessagesRead(party, theirs[-1].number)


def _next(complaint: Complaint) -> int:
    return len(complaint.messages) + 1


def apply(complaint: Complaint, event: Event, by: Actor, at: datetime) -> Complaint:
    """Return the complaint after the event, which somebody recorded at an instant."""
    match event:
        case MessageReceived(number, party, said, _, reply_by):
            message = MessageState(number, party, said, at, reply_by=reply_by)
            heard = _read(complaint, party, number, london_day(at))  # who writes back has read what we wrote
            kept = replace(heard, messages=(*heard.messages, message))
            return kept.with_task(Task(DutyKind.ANSWER_MESSAGE, number, reply_by))
        case MessageWritten(number, party, said, answers, asks, letter):
            message = MessageState(number, party, said, at, staff=by.staff_id, letter=letter, asks=asks)
            answered = _changed(complaint, lambda each: each.number in answers, answered_by=number)
            for answer in answers:
                answered = answered.without_task(DutyKind.ANSWER_MESSAGE, answer)
            return replace(answered, messages=(*answered.messages, message))
        case MessageSettled(number, _, reason):
            settled = _changed(complaint, lambda each: each.number == number, settled=reason)
            return settled.without_task(DutyKind.ANSWER_MESSAGE, number)
        case MessagesRead(party, number):
            return _read(complaint, party, number, london_day(at))


def _read(complaint: Complaint, party: int, up_to: int, on: date) -> Complaint:
    new = {each.number for each in unread(complaint.messages, party) if each.number <= up_to}
    return _changed(complaint, lambda each: each.number in new, read_on=on)


def _changed(complaint: Complaint, which: Callable[[MessageState], bool], **changes: object) -> Complaint:
    messages = tuple(
        replace(each, **changes) if which(each) else each  # type: ignore[arg-type]
        for each in complaint.messages
    )
    return replace(complaint, messages=messages)
