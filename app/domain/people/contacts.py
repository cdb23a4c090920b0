"""A contact is one address or number of one party; once it may be unsafe, nothing goes to it ever again (ruling 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.clock.duties import DutyKind, Task
from app.domain.people.preferences import Way
from app.domain.refused import Refused, Why
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
class ContactConfirmed:
    """The new way may be used: confirmed through the old one, or by staff who checked who was asking."""

    party: int
    contact: int
    how: Said | None


Event = ContactGiven | ContactChangeAsked | ContactConfirmed


def ask_change(
    complaint: Complaint, party: int, contact: int, way: Way, old: int | None, safe: OldWay | None, check_by: date
) -> ContactChangeAsked:
    """Return the event; only a clear yes confirms through the old way, all else lays a check on staff (ruling 1)."""
    complaint.party(party)
    if safe is None:
        raise Refused(Why.OLD_WAY_UNANSWERED)
    confirms_itself = old is not None and safe is OldWay.YES
    return ContactChangeAsked(party, contact, way, old, safe, None if confirms_itself else check_by)


def confirm(complaint: Complaint, party: int, contact: int, how: str, write: Write) -> ContactConfirmed:
    """Return the event for staff who checked who is asking; raises Refused without a word on how (ruling 1)."""
    if not complaint.has_task(DutyKind.CHECK_CONTACT, contact):
        raise Refused(Why.NO_SUCH_CHECK)
    if not how.strip():
        raise Refused(Why.NOT_SAID_HOW)
    return ContactConfirmed(party, contact, write(WordsKind.NOTE, how))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case ContactGiven():
            return complaint
        case ContactChangeAsked(_, contact, _, _, _, check_by):
            if check_by is None:
                return complaint
            return complaint.with_task(Task(DutyKind.CHECK_CONTACT, contact, check_by))
        case ContactConfirmed(_, contact, _):
            return complaint.without_task(DutyKind.CHECK_CONTACT, contact)
