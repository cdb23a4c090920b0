"""The resident has moved: the complaint follows, nothing goes to the old home, promises are asked about (ruling 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.people.contacts import OldWay
from app.domain.people.parties import Role
from app.domain.people.whys import PeopleWhy
from app.domain.promises import endings
from app.domain.promises.endings import PromiseEnded
from app.domain.promises.ledger import Ending
from app.domain.promises.promises import still_open
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

ASK_WITHIN = 5
"""Working days in which each open promise is asked about: our own promise."""


class StillWanted(Enum):
    """What the resident says of a promise once they have moved."""

    YES = "yes"
    NO = "no"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class PartyMoved:
    """The resident has moved. `promises` are those still open, each to be asked about; nothing goes to the old home."""

    party: int
    happened_on: date
    old_home_is_safe: OldWay
    promises: tuple[int, ...]
    ask_by: date


@dataclass(frozen=True, slots=True)
class PromiseAskedAfterMove:
    """The resident said whether a promise is still wanted; `replaced_by` is the promise in its place, 0 for none."""

    promise: int
    answer: StillWanted
    replaced_by: int
    said: Said


Event = PartyMoved | PromiseAskedAfterMove


def record(
    complaint: Complaint, party: int, moved_on: date | None, safe: OldWay | None, *, terms: Terms, deed: Deed
) -> PartyMoved:
    """Return the event; raises Refused for anybody but a living resident, without a day, or an answer on safety."""
    who = complaint.party(party)
    if who.role is not Role.RESIDENT:
        raise Refused(Why.NO_SUCH_PARTY)
    if who.died:
        raise Refused(PeopleWhy.PARTY_HAS_DIED)
    gaps = []
    if moved_on is None:
        gaps.append(Gap(PeopleWhy.MOVED_WITHOUT_DAY, "moved_on"))
    elif moved_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "moved_on"))
    if safe is None:
        gaps.append(Gap(Why.OLD_WAY_UNANSWERED, "safe"))
    if gaps or moved_on is None or safe is None:
        raise Refused(*gaps)
    waiting = tuple(promise.number for promise in complaint.promises if promise.open)
    return PartyMoved(party, moved_on, safe, waiting, terms.in_working_days(deed.on, ASK_WITHIN))


def ask(
    complaint: Complaint,
    number: int,
    answer: StillWanted | None,
    replaced_by: int,
    words: str,
    *,
    deed: Deed,
    write: Write,
) -> tuple[PromiseAskedAfterMove | PromiseEnded, ...]:
    """Return the events: one that is not wanted any more, or has another in its place, ends by the resident's word.

    Raises Refused where it was not to be asked about, without an answer or words, or for no promise in its place.
    """
    if not complaint.has_task(DutyKind.ASK_AFTER_MOVE, number):
        raise Refused(Why.NOTHING_TO_SETTLE)
    still_open(complaint, number)
    gaps = []
    if answer is None:
        gaps.append(Gap(PeopleWhy.STILL_WANTED_NOT_ASKED, "answer"))
    others = {each.number for each in complaint.promises if each.open and each.number != number}
    if answer is StillWanted.REPLACED and replaced_by not in others:
        gaps.append(Gap(Why.NO_SUCH_PROMISE, "replaced_by"))
    if not words.strip():
        gaps.append(Gap(Why.NOT_SAID_HOW, "words"))
    refuse_if(gaps)
    if answer is None or answer is StillWanted.YES:
        return (PromiseAskedAfterMove(number, StillWanted.YES, 0, write(WordsKind.NOTE, words)),)
    by = replaced_by if answer is StillWanted.REPLACED else 0
    ended = endings.end(
        complaint, number, Ending.NO_LONGER_WANTED, deed.on, words, resident_said=True, deed=deed, write=write
    )
    return PromiseAskedAfterMove(number, answer, by, write(WordsKind.NOTE, words)), ended


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case PartyMoved(party, happened_on, _, promises, ask_by):
            complaint = complaint.with_party(party, moved_on=happened_on).without_task(DutyKind.HEARD_OF_MOVE, party)
            for number in promises:
                complaint = complaint.with_task(Task(DutyKind.ASK_AFTER_MOVE, number, ask_by))
            return complaint
        case PromiseAskedAfterMove(number, _, _, _):
            return complaint.without_task(DutyKind.ASK_AFTER_MOVE, number)
