"""How long a sign-in lasts: an idle one ends, and so does every one after a day's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType

SEEN_AT_MOST_EVERY = timedelta(minutes=1)


class Kind(Enum):
    """Whose sign-in it is. The two never share a cookie."""

    STAFF = "staff"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long a session may lie idle, and how long it may last at all."""

    idle: timedelta
    at_most: timedelta


LIFETIMES: Mapping[Kind, Lifetime] = MappingProxyType(
    {
        Kind.RESIDENT: Lifetime(idle=timedelta(minutes=30), at_most=timedelta(hours=8)),
        Kind.STAFF: Lifetime(idle=timedelta(hours=1), at_most=timedelta(hours=12)),
    }
)


def is_over(kind: Kind, opened_at: datetime, seen_at: datetime, at: datetime) -> bool:
    """Return whether a session has ended by itself at this instant."""
    lifetime = LIFETIMES[kind]
    return at >= seen_at + lifetime.idle or at >= opened_at + lifetime.at_most


def is_news(seen_at: datetime, at: datetime) -> bool:
    """Return whether it is worth a write that the session was seen again."""
    return at >= seen_at + SEEN_AT_MOST_EVERY
