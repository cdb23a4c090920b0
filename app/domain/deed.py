"""Who does something, when, and what they had before them: the one value every service is handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Self
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

ActorKind = Literal["staff", "party", "visitor", "clock", "import"]
KINDS: frozenset[str] = frozenset({"staff", "party", "visitor", "clock", "import"})


def london_day(at: datetime) -> date:
    """Return the day it was in London at an aware instant; raises ValueError for a naive one.

    For an hour every summer night the UTC day is yesterday's.
    """
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at.astimezone(LONDON).date()


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a machine that does something: `staff:3`, `party:17.1` (party 1 of case 17), `clock`."""

    kind: ActorKind
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the actor that `str` wrote; raises ValueError for a kind nobody is."""
        kind, _, name = text.partition(":")
        if kind not in KINDS:
            raise ValueError(f"no such kind of actor: {kind}")
        return cls(kind, name)  # type: ignore[arg-type]

    @property
    def staff_id(self) -> int | None:
        """Return the number of the member of staff, or None for anybody else."""
        return int(self.id) if self.kind == "staff" else None


CLOCK = Actor("clock")


@dataclass(frozen=True, slots=True)
class Deed:
    """`seen` is the position the person's page was drawn from, `key` makes a second press the same deed."""

    by: Actor
    at: datetime
    seen: int | None = None
    key: str | None = None

    @property
    def on(self) -> date:
        """Return the London day of the deed."""
        return london_day(self.at)
