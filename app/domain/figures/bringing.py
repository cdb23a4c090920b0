"""That a file of the past was agreed to and brought in, in the record of the landlord's own affairs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastConfirmed:
    """Somebody looked at what a file would bring in, and said yes; `bad` lines of it are left out."""

    sha256: str
    bad: int


@dataclass(frozen=True, slots=True)
class PastBroughtIn:
    """A file brought in so many cases; what it was can be told by its hash."""

    number: int
    cases: int
    sha256: str


Event = PastConfirmed | PastBroughtIn
