"""What stands in the place of a measure that is left out: why, and never a nought (8.1)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.figures.papers import Shown
from app.domain.figures.sections import Figure, Line, Section, Table
from app.words.catalogues import N_
from app.words.figures.voices import STAGES, Voice, whole

NOT_KEPT = N_("Nobody has kept this, so it is left out: that is not the same as none.")
NONE_OF_THESE = N_("There were none in this time.")
NO_HOMES = N_("Left out: nobody has said how many homes we own.")
TOO_SMALL = N_("Left out: it has numbers below 10, by which somebody could be recognised.")
OF_A_YEAR = N_(
    "Left out: it is told of whole years alone, as a quarter has numbers by which somebody could be recognised."
)
WHYS = (TOO_SMALL, OF_A_YEAR, NO_HOMES, NOT_KEPT, NONE_OF_THESE)
"""In the order in which they are listed."""
LISTED = "left_out"


def left_out(voice: Voice, key: str, title: str, scope: str, why: str = NOT_KEPT) -> Section:
    """Return the section of a measure that is left out, and why."""
    return Section(key, title, scope, gap=voice.gettext(why))


def is_listed(voice: Voice, section: Section) -> bool:
    """Return whether there is nothing to a section but its name and why it is left out."""
    return section.table is None and section.gap in map(voice.gettext, WHYS)


def listed(voice: Voice, sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return one section that names these, under why they are left out; none where none is."""
    names: dict[str, list[str]] = {}
    for each in sections:
        names.setdefault(each.gap, []).append(each.title)
    title, why = voice.gettext("Left out"), voice.gettext("Why")
    lines = tuple(
        Line(said, (Figure("; ".join(names[said]), is_words=True),))
        for said in map(voice.gettext, WHYS)
        if said in names
    )
    table = Table(title, (why, voice.gettext("What is left out")), lines)
    return (Section(LISTED, title, "", table=table),) if lines else ()


def gathered(voice: Voice, shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return what is shown, with all that is left out in one list after it; but for that of which somebody wrote."""
    found = list(shown)
    alone = [each.section for each in found if not each.beside and is_listed(voice, each.section)]
    return (*(each for each in found if each.section not in alone), *map(Shown, listed(voice, alone)))


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
