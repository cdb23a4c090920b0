"""What to mind in a case, as the staff's lists show it."""

from __future__ import annotations

from functools import lru_cache

from app.domain.case.flags import Flag
from app.web.languages import language
from app.words.case.flags import said

Flags = tuple[tuple[str, str], ...]
"""What each flag is called, and its tone."""
DANGERS = (Flag.DANGER_NOW, Flag.DANGER_SOON, Flag.HAZARD)


def flags(kept: str, theirs: str) -> Flags:
    """Return each flag of a case in words with its tone; `theirs` is the resident's language."""
    return _said(kept, theirs, language())


@lru_cache(maxsize=1_000)
def _said(kept: str, theirs: str, spoken: str) -> Flags:
    found = [Flag(each) for each in kept.split()]
    return tuple((said(flag, theirs, spoken), "late" if flag in DANGERS else "soon") for flag in found)
