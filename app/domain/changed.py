"""What a deed is answered when somebody else touched the same part meanwhile: nothing was done, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Something that happened after the person's page was drawn."""

    position: int
    kind: str
    by: str
    at: datetime


class Changed(Exception):
    """The same part was touched since the page was drawn; nothing was done."""

    def __init__(self, since: Sequence[Meanwhile] = ()) -> None:
        self.since = tuple(since)
        super().__init__(f"{len(self.since)} since")
