"""The contact log: calls tried and made, visits, letters that came; being rung back; talking first (ruling 25, 5.9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.case.state import Complaint
from app.domain.case.talks import (
    TALKS,
    THEY_CAME,
    TRIES,
    CallBackState,
    ContactHow,
    ContactOutcome,
    ContactState,
)
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Actor, Deed
from app.domain.people.preferences import Way
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

RING_WITHIN = 1
"""Working days in which we ring back who asks for it: our own promise, not the Code's."""


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A contact as somebody fills it in. `conversation`: it was, or tried to be, the one before the answer."""

    party: int
    how: ContactHow | None
    outcome: ContactOutcome | None
    happened_on: date | None
    words: str = ""
    conversation: bool = False


@dataclass(frozen=True, slots=True)
class ContactLogged:
    """Somebody was reached or tried, or reached us; with it these wishes to be rung back are settled."""

    contact: int
    party: int
    how: ContactHow
    outcome: ContactOutcome
    happened_on: date
    said: Said | None
    conversation: Stage | None
    rung_back: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CallBackAsked:
    """Somebody wants to be rung, by a day we set ourselves."""

    call_back: int
    party: int
    said: Said | None
    ring_by: date


@dataclass(frozen=True, slots=True)
class ConversationDeclined:
    """The person said: no thank you, I need not talk before you answer this stage."""

    party: int
    stage: Stage


Event = ContactLogged | CallBackAsked | ConversationDeclined


def log(complaint: Complaint, draft: ContactDraft, *, deed: Deed, write: Write) -> ContactLogged:
    """Return the event; raises Refused for a part that is missing, or a date to come (5.9, ruling 12)."""
    complaint.party(draft.party)
    outcome = ContactOutcome.REACHED if draft.how in THEY_CAME else draft.outcome
    refuse_if(_gaps(draft, outcome, deed.on))
    if draft.how is None or outcome is None or draft.happened_on is None:
        raise Refused(Why.NOTHING_SAID)
    said = write(WordsKind.NOTE, draft.words) if draft.words.strip() else None
    stage = _unanswered(complaint) if draft.conversation else None
    rung = _rung_back(complaint, draft.party, draft.how, outcome)
    number = len(complaint.contact_log.contacts) + 1
    return ContactLogged(number, draft.party, draft.how, outcome, draft.happened_on, said, stage, rung)


def _gaps(draft: ContactDraft, outcome: ContactOutcome | None, today: date) -> list[Gap]:
    gaps = []
    if draft.how is None:
        gaps.append(Gap(Why.CONTACT_WITHOUT_WAY, "how"))
    elif outcome is None:
        gaps.append(Gap(Why.CONTACT_WITHOUT_OUTCOME, "outcome"))
    elif outcome is not ContactOutcome.NOT_REACHED and not draft.words.strip():
        gaps.append(Gap(Why.CONTACT_WITHOUT_NOTES, "words"))
    if draft.happened_on is None:
        gaps.append(Gap(Why.CONTACT_WITHOUT_DATE, "happened_on"))
    elif draft.happened_on > today:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    return gaps


def _rung_back(complaint: Complaint, party: int, how: ContactHow, outcome: ContactOutcome) -> tuple[int, ...]:
    """Return the wishes that this settles: we spoke, or it is the last of the tries that are asked of us."""
    if how not in TALKS:
        return ()
    reached = outcome is not ContactOutcome.NOT_REACHED
    waiting = complaint.contact_log.waiting(party)
    return tuple(each.number for each in waiting if reached or each.tries + 1 >= TRIES)


def ask_call_back(
    complaint: Complaint, party: int, words: str, *, terms: Terms, deed: Deed, write: Write
) -> CallBackAsked:
    """Return the event; raises Refused without a number, for who never said that they may be rung (ruling 2)."""
    preferences = complaint.party(party).preferences
    if not words.strip() and (preferences is None or Way.PHONE not in preferences.ways):
        raise Refused(Gap(Why.NO_NUMBER_TO_RING, "words"))
    said = write(WordsKind.NOTE, words) if words.strip() else None
    number = len(complaint.contact_log.call_backs) + 1
    return CallBackAsked(number, party, said, terms.in_working_days(deed.on, RING_WITHIN))


def decline(complaint: Complaint, party: int) -> ConversationDeclined:
    """Return the event; raises Refused when no answer is due, or they said so already (ruling 25)."""
    complaint.party(party)
    stage = _unanswered(complaint)
    if stage is None:
        raise Refused(Why.NO_ANSWER_DUE)
    if stage in complaint.contact_log.declined:
        raise Refused(Why.NOTHING_CHANGED)
    return ConversationDeclined(party, stage)


def _unanswered(complaint: Complaint) -> Stage | None:
    stage = complaint.unanswered
    return None if stage is None else stage.stage


def apply(complaint: Complaint, event: Event, by: Actor, at: datetime) -> Complaint:
    """Return the complaint after the event, which somebody recorded at an instant."""
    log = complaint.contact_log
    match event:
        case ContactLogged():
            return _logged(complaint, event, by, at)
        case CallBackAsked(number, party, said, ring_by):
            asked = replace(log, call_backs=(*log.call_backs, CallBackState(number, party, said, ring_by)))
            return replace(complaint, contact_log=asked).with_task(Task(DutyKind.RING_BACK, number, ring_by))
        case ConversationDeclined(_, stage):
            return replace(complaint, contact_log=replace(log, declined=log.declined | {stage}))


def _logged(complaint: Complaint, event: ContactLogged, by: Actor, at: datetime) -> Complaint:
    log = complaint.contact_log
    contact = ContactState(
        event.contact,
        event.party,
        event.how,
        event.outcome,
        event.happened_on,
        at,
        by.staff_id,
        event.said,
        event.conversation,
    )
    tried = event.how in TALKS and event.outcome is ContactOutcome.NOT_REACHED
    call_backs = tuple(_after(each, event, tried=tried) for each in log.call_backs)
    complaint = replace(complaint, contact_log=replace(log, contacts=(*log.contacts, contact), call_backs=call_backs))
    for number in event.rung_back:
        complaint = complaint.without_task(DutyKind.RING_BACK, number)
    return complaint


def _after(call_back: CallBackState, event: ContactLogged, *, tried: bool) -> CallBackState:
    if call_back.done or call_back.party != event.party:
        return call_back
    tries = call_back.tries + 1 if tried else call_back.tries
    return replace(call_back, tries=tries, done=call_back.number in event.rung_back)
