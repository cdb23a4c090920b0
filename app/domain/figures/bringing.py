"""That a file of the past was brought in, in the record of the landlord's own affairs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastBroughtIn:
    """A file brought in so many cases; what it was can be told by its hash."""

    number: int
    cases: int
    sha256: str


Event = PastBroughtIn
