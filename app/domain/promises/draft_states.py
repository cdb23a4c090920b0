"""A promise that we mean to make, as it stands before the answer: shown to the resident for a yes (7.3, ruling 23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.said import Said


class DraftReply(Enum):
    """What the resident says of it; nothing is an answer too."""

    YES = "yes"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class DraftState:
    """One promise that we mean to make. `looked_on`: somebody has read what the resident would have otherwise."""

    number: int
    stage: Stage
    party: int
    said: Said
    due_on: date
    letter: int
    taken_back: bool = False
    reply: DraftReply | None = None
    replied: Said | None = None
    looked_on: date | None = None

    @property
    def objects(self) -> bool:
        """Return whether they would have it otherwise, and nobody has looked at that."""
        return self.reply is DraftReply.OTHERWISE and self.looked_on is None and not self.taken_back
