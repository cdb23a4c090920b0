"""What stands in the place of a measure that is left out: why, and never a nought (8.1)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.figures.sections import Section
from app.words.catalogues import N_
from app.words.figures.voices import Voice

NOT_KEPT = N_("Nobody has kept this, so it is left out: that is not the same as none.")
NONE_OF_THESE = N_("There were none in this time.")
NO_HOMES = N_("Left out: nobody has said how many homes we own.")


def left_out(voice: Voice, key: str, title: str, scope: str, why: str = NOT_KEPT) -> Section:
    """Return the section of a measure that is left out, and why."""
    return Section(key, title, scope, gap=voice.gettext(why))


def unknown(counts: Iterable[int | None]) -> bool:
    """Return whether nobody kept any of these: some are unknown, and of the others there is none."""
    found = list(counts)
    return None in found and not any(found)
