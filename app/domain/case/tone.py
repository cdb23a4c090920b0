"""How an answer sounds: long sentences and words that blame. Advice only, which refuses nothing.

The Ombudsman finds such words in answers to damp ("lifestyle") and access again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.case.findings import ResponseDraft

LONGEST = 25
"""Words in a sentence, past which people lose the thread."""
QUOTED = 6
HARDEST = 6
"""The school year for which a letter may be written: a reader of eleven."""
SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
BLAMES = re.compile(
    r"\b(you (?:have )?(?:failed|refused|neglected|ignored|claim(?:ed)?|alleged?|should have)|"
    r"your (?:failure|refusal|lifestyle|allegations?)|lifestyle|allegedly|as you (?:are aware|well know))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sounds:
    """Something to think over, and in which field: the words, and for a sentence how many it has (else 0)."""

    field: str
    quote: str
    words: int = 0


def sounds(draft: ResponseDraft) -> tuple[Sounds, ...]:
    """Return what may be hard to read or hurt, in the order in which the resident would come upon it."""
    return tuple(each for field, text in _texts(draft) for each in of_text(field, text))


def whole(draft: ResponseDraft) -> str:
    """Return everything that was written in an answer, a paragraph each."""
    return "\n".join(text.strip() for _, text in _texts(draft) if text.strip())


def _texts(draft: ResponseDraft) -> Iterator[tuple[str, str]]:
    if draft.own is not None:
        yield "opening", draft.own.opening
    yield "decision", draft.decision
    yield "personal", draft.personal
    yield from ((f"findings-{each.point}-reasons", each.reasons) for each in draft.findings)
    yield from ((f"outcomes-{each.outcome}-why", each.why) for each in draft.outcomes)
    yield "remedy", draft.remedy
    yield from ((f"promises-{row}-words", each.words) for row, each in enumerate(draft.promises))
    if draft.own is not None:
        yield "ending", draft.own.ending


def of_text(field: str, text: str) -> Iterator[Sounds]:
    """Yield what may be hard to read or hurt in what was written in one field."""
    for sentence in SENTENCES.split(text):
        words = sentence.split()
        if len(words) > LONGEST:
            yield Sounds(field, " ".join(words[:QUOTED]), len(words))
    yield from (Sounds(field, found[0]) for found in BLAMES.finditer(text))
