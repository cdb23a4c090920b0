"""A promise that is not kept ends in one of three ways, and in none by silence or by a machine (ruling 23)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.promises.ledger import AccessTry, Approach, Ending, PromiseState
from app.domain.promises.promises import still_open
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

TRIES = 3
WAYS = 2
"""How often, and in how many ways, we must have tried before we may say that we could not get in (ruling 23)."""


@dataclass(frozen=True, slots=True)
class PromiseAccessTried:
    """We tried to be let in."""

    promise: int
    happened_on: date
    by: Approach
    said: Said


@dataclass(frozen=True, slots=True)
class AppointmentMissed:
    """We did not come when we had said that we would."""

    promise: int
    happened_on: date


@dataclass(frozen=True, slots=True)
class PromiseEnded:
    """It ended otherwise than by being kept; the words say how we know."""

    promise: int
    how: Ending
    happened_on: date
    said: Said


Event = PromiseAccessTried | AppointmentMissed | PromiseEnded


def try_access(
    complaint: Complaint, number: int, by: Approach | None, happened_on: date, words: str, *, deed: Deed, write: Write
) -> PromiseAccessTried:
    """Return the event; raises Refused without a way or words, for a day to come, or where it ended (ruling 23)."""
    still_open(complaint, number)
    gaps = list(_day(happened_on, deed)) + list(_how(words))
    if by is None:
        gaps.append(Gap(Why.NOT_SAID_HOW, "by"))
    if gaps or by is None:
        raise Refused(*gaps)
    return PromiseAccessTried(number, happened_on, by, write(WordsKind.NOTE, words))


def miss_appointment(complaint: Complaint, number: int, happened_on: date, *, deed: Deed) -> AppointmentMissed:
    """Return the event, of any promise; raises Refused for a day to come, or one that is written down already."""
    promise = complaint.promise(number)
    refuse_if(list(_day(happened_on, deed)))
    if happened_on in promise.appointments_missed:
        raise Refused(Gap(Why.NOTHING_CHANGED, "happened_on"))
    return AppointmentMissed(number, happened_on)


def end(
    complaint: Complaint,
    number: int,
    how: Ending | None,
    happened_on: date,
    words: str,
    *,
    resident_said: bool = False,
    deed: Deed,
    write: Write,
) -> PromiseEnded:
    """Return the event; raises Refused for what the resident did not say, or for too few tries (ruling 23)."""
    promise = still_open(complaint, number)
    gaps = list(_day(happened_on, deed)) + list(_how(words)) + list(_may_end(promise, how, resident_said))
    if gaps or how is None:
        raise Refused(*gaps)
    return PromiseEnded(number, how, happened_on, write(WordsKind.REASON, words))


def _may_end(promise: PromiseState, how: Ending | None, resident_said: bool) -> Iterator[Gap]:
    match how:
        case None:
            yield Gap(Why.ENDED_WITHOUT_HOW, "how")
        case Ending.NO_LONGER_WANTED if not resident_said:
            yield Gap(Why.RESIDENT_MUST_SAY_SO, "resident_said")
        case Ending.NO_ACCESS if not enough_tries(promise):
            yield Gap(Why.TOO_FEW_TRIES, "how")


def enough_tries(promise: PromiseState) -> bool:
    """Return whether we tried often enough to be let in, and in ways enough (ruling 23)."""
    return len(promise.tries) >= TRIES and len({each.by for each in promise.tries}) >= WAYS


def _day(happened_on: date, deed: Deed) -> Iterator[Gap]:
    if happened_on > deed.on:
        yield Gap(Why.DATE_IN_THE_FUTURE, "happened_on")


def _how(words: str) -> Iterator[Gap]:
    if not words.strip():
        yield Gap(Why.NOT_SAID_HOW, "words")


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    found = next((each for each in complaint.promises if each.number == event.promise), None)
    if found is None:
        return complaint
    match event:
        case PromiseAccessTried(number, happened_on, by, _):
            return complaint.with_promise(number, tries=(*found.tries, AccessTry(happened_on, by)))
        case AppointmentMissed(number, happened_on):
            return complaint.with_promise(number, appointments_missed=(*found.appointments_missed, happened_on))
        case PromiseEnded(number, how, happened_on, said):
            ended = complaint.with_promise(
                number, ending=how, ended_on=happened_on, ended=said, redo_by=None, waits=False, proposed=None
            )
            settled = ended.without_task(DutyKind.LOOK_AT_PROMISE, number)
            return settled.without_task(DutyKind.INSPECT_PROMISE, number)
