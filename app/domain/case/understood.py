"""What the resident says of what we understood: plain values that a whole case carries (5.6, ruling 9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.said import Said


class Understood(Enum):
    """The resident's answer to: did we understand?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reply:
    """Whose answer to the version that stands, and what they said with it."""

    party: int
    answer: Understood
    said: Said | None

    def said_by(self, party: int) -> Said | None:
        """Return what they said, for whoever said it: another may speak for them, and need not know of it."""
        return self.said if party == self.party else None

    @property
    def disagrees(self) -> bool:
        """Return whether something was not understood."""
        return self.answer is not Understood.YES
