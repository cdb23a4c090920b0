"""A contact is one address or number of one party; once it may be unsafe, nothing goes to it ever again (ruling 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.clock.duty_kinds import TOLD_BY, DutyKind, Task
from app.domain.people.preferences import Way
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


class OldWay(Enum):
    """The answer to: can you still safely use the old one?"""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class ContactGiven:
    """A new address or number stands on file. Not `usable` until it is confirmed."""

    party: int
    contact: int
    way: Way
    usable: bool


@dataclass(frozen=True, slots=True)
class ContactChangeAsked:
    """A resident gave a new way and said whether the old one is still safe; `old` is barred at once unless it is."""

    party: int
    contact: int
    way: Way
    old: int | None
    old_is_safe: OldWay
    check_by: date | None


@dataclass(frozen=True, slots=True)
class ContactBarred:
    """Nothing goes to this contact ever again, whatever kind of word it is (ruling 1)."""

    party: int
    contact: int
    way: Way


@dataclass(frozen=True, slots=True)
class ContactConfirmed:
    """The new way may be used: confirmed through the old one, or by staff who checked who was asking."""

    party: int
    contact: int
    how: Said | None


Event = ContactGiven | ContactChangeAsked | ContactBarred | ContactConfirmed


def ask_change(
    complaint: Complaint,
    party: int,
    contact: int,
    way: Way,
    *,
    old: int | None,
    safe: OldWay | None,
    takes_code: bool,
    check_by: date,
) -> ContactChangeAsked:
    """Return the event; only a clear yes confirms through the old way, all else lays a check on staff (ruling 1).

    `takes_code`: a code can be sent to the old way. To a telephone or by post, staff ask there themselves.
    Raises Refused when there is an old way and nobody said whether it is safe.
    """
    complaint.party(party)
    if old is not None and safe is None:
        raise Refused(Gap(Why.OLD_WAY_UNANSWERED, "old_is_safe"))
    confirms_itself = old is not None and safe is OldWay.YES and takes_code
    return ContactChangeAsked(party, contact, way, old, safe or OldWay.NOT_SURE, None if confirms_itself else check_by)


def is_barred(event: ContactChangeAsked) -> bool:
    """Return whether the old way is barred from this moment: unless it was clearly said to be safe (ruling 1)."""
    return event.old is not None and event.old_is_safe is not OldWay.YES


def confirm_by_code(complaint: Complaint, party: int, contact: int) -> ContactConfirmed:
    """Return the event for a code that came through the old way; raises Refused where staff must check (ruling 1)."""
    if complaint.has_task(DutyKind.CHECK_CONTACT, contact):
        raise Refused(Why.NO_SUCH_CHECK)
    return ContactConfirmed(party, contact, None)


def confirm(complaint: Complaint, party: int, contact: int, how: str, write: Write) -> ContactConfirmed:
    """Return the event for staff who checked who is asking; raises Refused without a word on how (ruling 1)."""
    if not complaint.has_task(DutyKind.CHECK_CONTACT, contact):
        raise Refused(Why.NO_SUCH_CHECK)
    if not how.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return ContactConfirmed(party, contact, write(WordsKind.IDENTITY, how))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case ContactGiven():
            return complaint
        case ContactChangeAsked(_, contact, _, _, _, check_by):
            if check_by is None:
                return complaint
            return complaint.with_task(Task(DutyKind.CHECK_CONTACT, contact, check_by))
        case ContactBarred(party, _, way):
            return _untold(complaint, party, way)
        case ContactConfirmed(_, contact, _):
            return complaint.without_task(DutyKind.CHECK_CONTACT, contact)


def _untold(complaint: Complaint, party: int, way: Way) -> Complaint:
    """Return the complaint without the calls and texts to this party that were to go this way."""
    for letter in complaint.letters:
        if letter.party == party and way in TOLD_BY:
            complaint = complaint.without_task(TOLD_BY[way], letter.number)
    return complaint
