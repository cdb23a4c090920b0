"""Messages as they stand between us and each party: plain values, folded from what was written (R21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.said import Said


@dataclass(frozen=True, slots=True)
class MessageState:
    """One message. `party` is whose thread it stands in, `staff` who of us wrote it (None: the party did).

    Theirs has the day we promised to answer by, until an answer of ours (`answered_by`) or a reason settles it.
    Ours has the letter it goes in, and may ask for an answer; `read_on` is the day they said they had read it.
    """

    number: int
    party: int
    said: Said
    at: datetime
    staff: int | None = None
    reply_by: date | None = None
    answered_by: int = 0
    settled: Said | None = None
    letter: int = 0
    asks: bool = False
    read_on: date | None = None

    @property
    def ours(self) -> bool:
        """Return whether we wrote it."""
        return self.letter > 0

    @property
    def waits(self) -> bool:
        """Return whether it is theirs, and we have neither answered it nor said why it needs no answer."""
        return not self.ours and not self.answered_by and self.settled is None


def of_party(messages: Sequence[MessageState], party: int) -> tuple[MessageState, ...]:
    """Return the thread of a party, the newest last; nobody else's message is ever in it."""
    return tuple(message for message in messages if message.party == party)


def unread(messages: Sequence[MessageState], party: int) -> tuple[MessageState, ...]:
    """Return what we wrote to a party and they have not said they read."""
    return tuple(message for message in of_party(messages, party) if message.ours and message.read_on is None)
