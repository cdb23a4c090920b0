"""Where a case came from that was dealt with elsewhere: plain values that a whole case carries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastState:
    """What its line is known by, file after file, what the line said (SHA-256), and what the case was called there."""

    line: str
    content: str
    their_reference: str
