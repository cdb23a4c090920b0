"""A restriction is looked at again for whoever asks, without a reason, and is ended when it need not be (5.14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.people.contact_limits import agreed, ended, with_restriction
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

LOOK_WITHIN = 5
"""Working days in which a restriction is looked at again for who asks: our own promise."""


@dataclass(frozen=True, slots=True)
class ContactLimitReviewAsked:
    """The person asked us to look at it again, which never needs a reason."""

    restriction: int
    party: int
    said: Said | None
    look_by: date


@dataclass(frozen=True, slots=True)
class ContactLimitUpheld:
    """Somebody who had not decided on it looked at it again: it stays, and the letter says why."""

    restriction: int
    party: int
    said: Said
    letter: int


@dataclass(frozen=True, slots=True)
class ContactLimitEnded:
    """It is over, and the letter says so."""

    restriction: int
    party: int
    happened_on: date
    said: Said
    letter: int


Event = ContactLimitReviewAsked | ContactLimitUpheld | ContactLimitEnded


def ask_to_review(
    complaint: Complaint, party: int, number: int, words: str, *, terms: Terms, deed: Deed, write: Write
) -> ContactLimitReviewAsked:
    """Return the event; it needs no reason. Raises Refused for another's, when it is over, or was asked already."""
    if agreed(complaint, number).party != party:
        raise Refused(PeopleWhy.NO_SUCH_RESTRICTION)
    if complaint.has_task(DutyKind.LOOK_AT_RESTRICTION, number):
        raise Refused(Why.LOOK_AGAIN_ASKED)
    said = write(WordsKind.REPLY, words) if words.strip() else None
    return ContactLimitReviewAsked(number, party, said, terms.in_working_days(deed.on, LOOK_WITHIN))


def uphold(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> ContactLimitUpheld:
    """Return the event; raises Refused without reasons, when nobody asked, or by who decided on it before (5.14)."""
    found = agreed(complaint, number)
    if not complaint.has_task(DutyKind.LOOK_AT_RESTRICTION, number):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if deed.by.staff_id in complaint.concerned:
        raise Refused(Why.CONCERNED_IN_COMPLAINT)
    if deed.by.staff_id in (None, found.proposal.by, found.decided_by):
        raise Refused(PeopleWhy.RESTRICTION_NEEDS_NEW_EYES)
    if not words.strip():
        raise Refused(Gap(PeopleWhy.RESTRICTION_WITHOUT_REASONS, "words"))
    return ContactLimitUpheld(number, found.party, write(WordsKind.REASON, words), len(complaint.letters) + 1)


def end(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> ContactLimitEnded:
    """Return the event; anybody who may decide may end it at any time. Raises Refused without a word on why (5.14)."""
    found = agreed(complaint, number)
    if not words.strip():
        raise Refused(Gap(PeopleWhy.RESTRICTION_WITHOUT_REASONS, "words"))
    return ContactLimitEnded(number, found.party, deed.on, write(WordsKind.REASON, words), len(complaint.letters) + 1)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case ContactLimitReviewAsked(number, _, _, look_by):
            return complaint.with_task(Task(DutyKind.LOOK_AT_RESTRICTION, number, look_by, Owner.COMPLAINTS_OFFICER))
        case ContactLimitUpheld(number, _, _, _):
            return complaint.without_task(DutyKind.LOOK_AT_RESTRICTION, number)
        case ContactLimitEnded(number, _, happened_on, said, _):
            return with_restriction(ended(complaint, number, happened_on), number, note=said)
