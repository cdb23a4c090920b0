"""Somebody has lost their return code: staff check who is asking, and make a new one where that is safe (ruling 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.people.parties import PartyState
from app.domain.people.preferences import Safe
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


def may_renew(party: PartyState) -> bool:
    """Return whether staff may give this person a new code: not where no way is safe, as anybody may be asking."""
    return party.preferences is None or party.preferences.safe is not Safe.NO


def renew(complaint: Complaint, party: int, how: str, write: Write) -> ReturnCodeRenewed:
    """Return the event; raises Refused where it is not safe (ruling 2), or without a word on who was asking."""
    if not may_renew(complaint.party(party)):
        raise Refused(Why.NEW_CODE_NOT_SAFE)
    if not how.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return ReturnCodeRenewed(party, write(WordsKind.NOTE, how))


def apply(complaint: Complaint, _: Event) -> Complaint:
    """Return the complaint as it was: what opens it is no part of it."""
    return complaint
