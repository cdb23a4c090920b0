"""Somebody has lost their return code: staff check who is asking, and make a new one where that is safe (ruling 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.people.parties import PartyState
from app.domain.people.preferences import Safe
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


@dataclass(frozen=True, slots=True)
class ReturnCodeRenewed:
    """Staff checked who was asking, and made a new return code; the old one, and whoever came in by it, are out."""

    party: int
    how: Said


Event = ReturnCodeRenewed


def may_renew(complaint: Complaint, party: PartyState) -> bool:
    """Return whether staff may give this person a new code: not where no way is safe, as anybody may be asking.

    Nor once everything is erased: there is nothing to come back to, and nothing by which to know who is asking.
    """
    return _is_safe(party) and not party.silent and complaint.erased_on is None


def renew(complaint: Complaint, party: int, how: str, write: Write) -> ReturnCodeRenewed:
    """Return the event; raises Refused where it is not safe (ruling 2), or without a word on who was asking."""
    if complaint.erased_on is not None:
        raise Refused(Why.NEW_CODE_FOR_NOTHING)
    if complaint.party(party).died:
        raise Refused(PeopleWhy.PARTY_HAS_DIED)
    if complaint.party(party).stopped:
        raise Refused(Why.NOT_CONFIRMED_YET)
    if not _is_safe(complaint.party(party)):
        raise Refused(Why.NEW_CODE_NOT_SAFE)
    if not how.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return ReturnCodeRenewed(party, write(WordsKind.IDENTITY, how))


def _is_safe(party: PartyState) -> bool:
    return party.preferences is None or party.preferences.safe is not Safe.NO


def apply(complaint: Complaint, _: Event) -> Complaint:
    """Return the complaint as it was: what opens it is no part of it."""
    return complaint
