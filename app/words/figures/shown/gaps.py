"""What stands in the place of a measure that is left out: why, and never a nought (8.1)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.figures.sections import Section
from app.words.catalogues import N_
from app.words.figures.voices import STAGES, Voice, whole

NOT_KEPT = N_("Nobody has kept this, so it is left out: that is not the same as none.")
NONE_OF_THESE = N_("There were none in this time.")
NO_HOMES = N_("Left out: nobody has said how many homes we own.")


def left_out(voice: Voice, key: str, title: str, scope: str, why: str = NOT_KEPT) -> Section:
    """Return the section of a measure that is left out, and why."""
    return Section(key, title, scope, gap=voice.gettext(why))


def without_tenure(voice: Voice, least: int = 1) -> str:
    """Return how many complaints count in no measure by tenure because nobody kept theirs; nothing where none.

    Fewer than `least` are not told from one another: everybody may read it.
    """
    kept = voice.document["breakdowns"].get("tenure", ())
    measured = (of["counts"]["CH01"].values() for of in voice.document["tsm"].values())
    if kept is None and all(each["numerator"] is None for stages in measured for each in stages):
        count = whole(voice.document["stages"][stage]["received"] for stage in STAGES) or 0
    elif kept is None:
        return ""
    else:
        count = sum(line["total"] for line in kept if line["label"] is None)
    if not count:
        return ""
    if count < least:
        few = voice.number(least)
        return voice.gettext("Fewer than %(n)s have no tenure on record, and are counted in neither.", n=few)
    return voice.ngettext(
        "%(n)s complaint has no tenure on record, and is counted in neither LCRA nor LCHO.",
        "%(n)s complaints have no tenure on record, and are counted in neither LCRA nor LCHO.",
        count,
    )


def unknown(counts: Iterable[int | None]) -> bool:
    """Return whether nobody kept any of these: some are unknown, and of the others there is none."""
    found = list(counts)
    return None in found and not any(found)
