"""Words stay outside the record: an event carries only their number within the case and their salted hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class WordsKind(Enum):
    """What the words are, for their own retention and for who may read them."""

    COMPLAINT = "complaint"
    OUTCOME_WANTED = "outcome_wanted"
    POINT = "point"
    REPLY = "reply"
    REASON = "reason"
    ANSWER = "answer"
    PROMISE = "promise"
    PROOF = "proof"
    NOTE = "note"
    MESSAGE = "message"
    FILE = "file"
    SURVEY = "survey"
    REVIEW = "review"
    RESTRICTION = "restriction"
    CONFLICT = "conflict"
    SAFEGUARDING = "safeguarding"
    IDENTITY = "identity"


NOT_REPORTED = frozenset({WordsKind.RESTRICTION, WordsKind.SAFEGUARDING})
"""What a report on all that is held about a resident leaves out: it could put somebody in danger (ruling 4)."""

FOUND_BY = frozenset(
    {
        WordsKind.COMPLAINT,
        WordsKind.OUTCOME_WANTED,
        WordsKind.POINT,
        WordsKind.REPLY,
        WordsKind.REASON,
        WordsKind.ANSWER,
        WordsKind.PROMISE,
        WordsKind.PROOF,
        WordsKind.NOTE,
        WordsKind.MESSAGE,
        WordsKind.FILE,
    }
)
"""What a case may be looked up by: written out, so that a new kind is looked through only once somebody says so.

Not how somebody proved who they are: that may hold their code word; not what is said of how we did.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """Where to find somebody's words, and what they must hash to."""

    number: int
    sha256: str


Write = Callable[[WordsKind, str], Said]
"""Keeps words beside the record and returns where; a rule calls it only once it has decided to allow the deed."""


def salted(salt: bytes, text: str) -> str:
    """Return the hash that an event carries for these words; erasing the salt makes it mean nothing."""
    return hashlib.sha256(salt + text.encode()).hexdigest()
