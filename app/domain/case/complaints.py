"""How a complaint begins and whose hands it is in (1.2, 4.1, 5.8, 5.12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.case.independence import bar_to_handle
from app.domain.case.interests import in_hand_of
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Channel, Danger, ForWhom, Wanted
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

if TYPE_CHECKING:
    from app.domain.case.requests import CaseLogged


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody told us, before it is a complaint. `wanted_words` may be empty, `words` may not."""

    words: str
    happened_on: date
    channel: Channel = Channel.PORTAL
    for_whom: ForWhom = ForWhom.ME
    people: int = 1
    danger: Danger = Danger.NO
    wanted: tuple[Wanted, ...] = ()
    wanted_words: str = ""
    home: int | None = None
    service_area: str = ""
    stage: Stage = Stage.ONE


@dataclass(frozen=True, slots=True)
class Received:
    """The clock starts on `happened_on`, whenever it was typed. The dates are those the receipt promises."""

    reference: str
    happened_on: date
    channel: Channel
    profile: str
    calendar: str
    stage: Stage
    for_whom: ForWhom
    people: int
    danger: Danger
    words: Said
    wanted: tuple[Wanted, ...]
    wanted_words: Said | None
    home: int | None
    service_area: str
    acknowledge_by: date | None
    respond_by: date


@dataclass(frozen=True, slots=True)
class Assigned:
    """Somebody has the complaint in hand: the named contact from first word to last promise (ruling 24)."""

    staff: int


@dataclass(frozen=True, slots=True)
class Concerned:
    """These members of staff made the decision complained of, or are complained of (ruling 14)."""

    staff: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DangerAnswered:
    """A person has read that somebody could get hurt now, and taken it on (ruling 3)."""

    staff: int | None


Event = Received | Assigned | Concerned | DangerAnswered


def receive(arrival: Arrival, reference: str, *, terms: Terms, deed: Deed, write: Write) -> Received:
    """Return the event; raises Refused for no words, a date to come, or a stage that may not start (1.2, 5.3, 6.2)."""
    gaps = []
    if not arrival.words.strip():
        gaps.append(Gap(Why.NOTHING_SAID, "words"))
    if arrival.happened_on > deed.on:
        gaps.append(Gap(Why.RECEIVED_IN_THE_FUTURE, "received_on"))
    if not terms.times(arrival.stage).may_start_here:
        gaps.append(Gap(Why.STAGE_MAY_NOT_START, "stage"))
    refuse_if(gaps)
    began = arrival.happened_on
    return Received(
        reference=reference,
        happened_on=began,
        channel=arrival.channel,
        profile=terms.profile.name,
        calendar=terms.calendar.name,
        stage=arrival.stage,
        for_whom=arrival.for_whom,
        people=arrival.people,
        danger=arrival.danger,
        words=write(WordsKind.COMPLAINT, arrival.words),
        wanted=arrival.wanted,
        wanted_words=write(WordsKind.OUTCOME_WANTED, arrival.wanted_words) if arrival.wanted_words.strip() else None,
        home=arrival.home,
        service_area=arrival.service_area,
        acknowledge_by=terms.acknowledge_by(arrival.stage, began),
        respond_by=terms.respond_by(arrival.stage, began),
    )


def assign(complaint: Complaint, staff: int) -> Assigned:
    """Return the event; raises Refused for who is complained of, has a conflict, or may not see it (5.8, ruling 4)."""
    if complaint.handler == staff:
        raise Refused(Why.NOTHING_CHANGED)
    if why := bar_to_handle(complaint, staff):
        raise Refused(Gap(why, "staff"))
    return Assigned(staff)


def mark_concerned(complaint: Complaint, staff: Sequence[int]) -> Concerned:
    """Return the event; raises Refused when it says nothing new (5.8)."""
    if frozenset(staff) == complaint.concerned:
        raise Refused(Gap(Why.NOTHING_CHANGED, "staff"))
    return Concerned(tuple(sorted(staff)))


def answer_danger(complaint: Complaint, deed: Deed) -> DangerAnswered:
    """Return the event; raises Refused when it was answered already (ruling 3)."""
    if not complaint.has_task(DutyKind.DANGER):
        raise Refused(Why.NOTHING_TO_SETTLE)
    return DangerAnswered(deed.by.staff_id)


def begin(stage: Stage, began: date, acknowledge_by: date | None, respond_by: date) -> StageState:
    """Return a stage as it stands on its first day, with the dates its event carries."""
    return StageState(stage, began, acknowledge_by, respond_by, respond_by, respond_by, respond_by)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case Received():
            return _received(complaint, event)
        case Assigned(staff):
            return in_hand_of(complaint, staff)
        case Concerned(staff):
            return replace(complaint, concerned=frozenset(staff))
        case DangerAnswered():
            return complaint.without_task(DutyKind.DANGER)


def _received(complaint: Complaint, event: Received) -> Complaint:
    state = begin(event.stage, event.happened_on, event.acknowledge_by, event.respond_by)
    complaint = arrived(complaint, event)
    return replace(
        complaint,
        stage_1=state if event.stage is Stage.ONE else None,
        stage_2=state if event.stage is Stage.TWO else None,
    )


def arrived(complaint: Complaint, event: Received | CaseLogged) -> Complaint:
    """Return a case with what it begins with, whatever it is; a danger is somebody's task at once (ruling 3)."""
    complaint = replace(
        complaint,
        reference=event.reference,
        received_on=event.happened_on,
        channel=event.channel,
        profile=event.profile,
        calendar=event.calendar,
        for_whom=event.for_whom,
        people=event.people,
        danger=event.danger,
        first_words=event.words,
        wanted=event.wanted,
        wanted_words=event.wanted_words,
        home=event.home,
        service_area=event.service_area,
    )
    if event.danger is Danger.NOW:
        return complaint.with_task(Task(DutyKind.DANGER, 0, event.happened_on, Owner.OUT_OF_HOURS))
    return complaint
