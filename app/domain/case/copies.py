"""Whether one text holds words of another: a text that is taken out may stand elsewhere too, changed a little."""

from __future__ import annotations

import re
from collections.abc import Sequence

RUN = 5
"""So many words in a row are a copy; fewer are the way everybody speaks."""
FEWEST = 2
"""A shorter text within a longer one is a copy of it from so many words on."""
WORD = re.compile(r"\w+")


def shares(text: str, other: str) -> bool:
    """Return whether these are the same words, or long runs of them are; case and punctuation are nothing."""
    one, two = sorted((_words(text), _words(other)), key=len)
    if not one:
        return False
    if one == two:
        return True
    return len(one) >= FEWEST and bool(_runs(one, min(RUN, len(one))) & _runs(two, min(RUN, len(one))))


def _words(text: str) -> Sequence[str]:
    return WORD.findall(text.casefold())


def _runs(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
