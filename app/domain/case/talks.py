"""Contacts, call-backs and the conversation before the answer as they stand: plain values, folded (ruling 25)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.said import Said

TRIES = 3
"""So many tries satisfy what asks for a conversation (ruling 25)."""


class ContactHow(Enum):
    """How somebody was reached or tried, or how they reached us."""

    CALL = "call"
    VIDEO_CALL = "video_call"
    VISIT = "visit"
    TEXT = "text"
    CALL_IN = "call_in"
    VISIT_IN = "visit_in"
    LETTER_IN = "letter_in"
    EMAIL_IN = "email_in"
    TEXT_IN = "text_in"


THEY_CAME = frozenset(
    {ContactHow.CALL_IN, ContactHow.VISIT_IN, ContactHow.LETTER_IN, ContactHow.EMAIL_IN, ContactHow.TEXT_IN}
)
"""Contacts that they made: nobody needs to be asked whether they were reached."""
TALKS = frozenset({ContactHow.CALL, ContactHow.VIDEO_CALL, ContactHow.VISIT, ContactHow.CALL_IN, ContactHow.VISIT_IN})
"""In these two people speak with each other, so that they end a wish to be rung back."""


class ContactOutcome(Enum):
    """What came of a contact."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NO_THANK_YOU = "no_thank_you"


@dataclass(frozen=True, slots=True)
class ContactState:
    """One contact, tried or made. `conversation` is the stage whose answer it was held before."""

    number: int
    party: int
    how: ContactHow
    outcome: ContactOutcome
    happened_on: date
    at: datetime
    staff: int | None
    said: Said | None
    conversation: Stage | None


@dataclass(frozen=True, slots=True)
class CallBackState:
    """A wish to be rung back. `tries` are the calls since, of which none reached them."""

    number: int
    party: int
    said: Said | None
    ring_by: date
    tries: int = 0
    done: bool = False


class Talk(Enum):
    """Where the conversation before the answer is."""

    NOT_YET = "not_yet"
    HELD = "held"
    THREE_TRIES = "three_tries"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Conversation:
    """The conversation before one answer. It is advice: it never holds an answer past its date (ruling 25)."""

    talk: Talk
    tries: int = 0

    @property
    def satisfied(self) -> bool:
        """Return whether nothing more is asked of us."""
        return self.talk is not Talk.NOT_YET


@dataclass(frozen=True, slots=True)
class ContactLog:
    """Every contact of a case, every wish to be rung back, and for which answers they need not talk first."""

    contacts: tuple[ContactState, ...] = ()
    call_backs: tuple[CallBackState, ...] = ()
    declined: frozenset[Stage] = frozenset()

    def conversation(self, stage: Stage) -> Conversation:
        """Return where the conversation before the answer of a stage is (ruling 25)."""
        about = [each for each in self.contacts if each.conversation is stage]
        tries = sum(each.outcome is ContactOutcome.NOT_REACHED for each in about)
        if any(each.outcome is ContactOutcome.REACHED for each in about):
            return Conversation(Talk.HELD, tries)
        if stage in self.declined or any(each.outcome is ContactOutcome.NO_THANK_YOU for each in about):
            return Conversation(Talk.DECLINED, tries)
        return Conversation(Talk.THREE_TRIES if tries >= TRIES else Talk.NOT_YET, tries)

    def waiting(self, party: int) -> tuple[CallBackState, ...]:
        """Return the wishes of a party to be rung back that are still open."""
        return tuple(each for each in self.call_backs if each.party == party and not each.done)
