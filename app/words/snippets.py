"""The few words around those that were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.words.tokens import APOSTROPHES, WORD, tokens

AROUND = 60
"""Letters shown on either side, at most."""
READ_CLOSELY = 4_000
"""Letters of a case looked through word by word, where a word is written otherwise than it was typed."""


class Snippet(NamedTuple):
    """A piece of a text: the word that was found, and what stands before and after it."""

    before: str
    word: str
    after: str


def snippet(texts: Sequence[str], wanted: Iterable[str]) -> Snippet | None:
    """Return the first place in these texts where a word begins as one of those wanted; None where none does."""
    beginnings = tuple(wanted)
    if not beginnings:
        return None
    plainly = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, beginnings))})\w*", re.IGNORECASE)
    for text in texts:
        if found := plainly.search(text):
            return _around(text, found.start(), found.end())
    left = READ_CLOSELY
    for text in texts:
        for found in WORD.finditer(text[:left].translate(APOSTROPHES)):
            if not _is_plain(found[0]) and any(token.startswith(beginnings) for token in tokens(found[0])):
                return _around(text, found.start(), found.end())
        left = max(0, left - len(text))
    return None


def _is_plain(word: str) -> bool:
    """Return whether a word can be typed in one way alone, so that looking for it plainly was enough."""
    return word.isascii() and word.isalnum()


def _around(text: str, start: int, end: int) -> Snippet:
    before, after = " ".join(text[:start].split()), " ".join(text[end:].split())
    space_before = " " if text[:start][-1:].isspace() else ""
    space_after = " " if text[end:][:1].isspace() else ""
    return Snippet(_end_of(before) + space_before, text[start:end], space_after + _beginning_of(after))


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else "… " + (text[-AROUND:].partition(" ")[2] or text[-AROUND:])


def _beginning_of(text: str) -> str:
    return text if len(text) <= AROUND else (text[:AROUND].rpartition(" ")[0] or text[:AROUND]) + " …"
