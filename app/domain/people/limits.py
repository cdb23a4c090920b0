"""How somebody's contact with us is limited, as it stands: the plain values that a whole case carries (5.14, 5.15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from app.domain.people.preferences import Way
from app.domain.said import Said


class Limited(Enum):
    """One way to be in touch with us that may be limited."""

    CALLS = "calls"
    TEXTS = "texts"
    EMAILS = "emails"
    LETTERS = "letters"
    MESSAGES = "messages"
    VISITS = "visits"


WAY_OF = MappingProxyType(
    {
        Limited.CALLS: Way.PHONE,
        Limited.TEXTS: Way.TEXT,
        Limited.EMAILS: Way.EMAIL,
        Limited.LETTERS: Way.LETTER,
        Limited.MESSAGES: Way.HERE,
    }
)
"""The way that each of them closes, or narrows; a visit is none of those by which we reach a person."""


class ContactLimitStanding(Enum):
    """What has become of a restriction. AGREED: it is in force once its letter has gone, up to its last day."""

    PROPOSED = "proposed"
    RETURNED = "returned"
    AGREED = "agreed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ContactLimitProposal:
    """A restriction as it was proposed: of whom, what and how, why, the way that stays open, and its last day."""

    number: int
    party: int
    limited: tuple[Limited, ...]
    how: Said
    open_way: Way
    reasons: Said
    evidence: Said
    equality: Said
    until: date
    by: int


@dataclass(frozen=True, slots=True)
class ContactLimitState:
    """A restriction and what became of it; `ended_on` is the day it was ended, before or on its last one."""

    proposal: ContactLimitProposal
    standing: ContactLimitStanding = ContactLimitStanding.PROPOSED
    decided_by: int | None = None
    note: Said | None = None
    letter: int = 0
    ended_on: date | None = None

    @property
    def number(self) -> int:
        """Return the number it goes by within its case."""
        return self.proposal.number

    @property
    def party(self) -> int:
        """Return whose contact it limits."""
        return self.proposal.party
