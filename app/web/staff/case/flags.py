"""What to mind in a case, as the staff's lists show it."""

from __future__ import annotations

from app.domain.case.flags import Flag
from app.web.languages import language
from app.words.case.flags import said

DANGERS = (Flag.DANGER_NOW, Flag.DANGER_SOON)


def flags(kept: str, theirs: str) -> list[tuple[str, str]]:
    """Return each flag of a case in words with its tone; `theirs` is the resident's language."""
    found = [Flag(each) for each in kept.split()]
    return [(said(flag, theirs, language()), "late" if flag in DANGERS else "soon") for flag in found]
