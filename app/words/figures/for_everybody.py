"""What everybody is shown of a report, in words: tables, charts and true sentences without any small count (8.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress, cycle

from app.domain.figures.documents import Document
from app.domain.figures.for_everybody import PARTED, gives_away, is_large, parts
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.words.catalogues import N_, catalogue
from app.words.figures import scopes
from app.words.figures.presented import picked, sections
from app.words.figures.titles import BREAKDOWNS
from app.words.figures.voices import STAGES, Voice

WHOLE = (
    *("volumes", "quarters.stage", "outcomes_merged.1", "outcomes_merged.2", "on_time", "acknowledgements"),
    *("escalation_rate", "tsm.CH01", "tsm.CH02"),
)
"""Sections of a report that count all complaints of a stage, and so tell of nobody."""
OF_A_STAGE = {"outcomes_merged.1": "1", "outcomes_merged.2": "2"}
"""Those that are shown only of a stage with enough complaints."""
BY_LINES: Mapping[str, Sequence[bool]] = {"on_time": (False,), "tsm.CH02": ()}
"""Those with a line for each stage, again and again; and whether what follows these is shown beside a small stage."""
BY_COLUMNS = "acknowledgements"
"""The one with a column for each stage."""
LEFT_OUT = N_("left out")
TOO_SMALL = N_("Left out: it has numbers below 10, by which somebody could be recognised.")
MOST_BARS = 20
COLUMNS = {
    "from": N_("The first day of the time that the figure is of"),
    "to": N_("The last day of that time"),
    "table": N_("Which table the figure stands in: a stage, or what complaints were about"),
    "line": N_("The line of that table, as the landlord calls it; “unknown” where nobody noted it"),
    "measure": N_("What was counted"),
    "unit": N_("What it is counted in: a fraction of 1 is a share, 0.25 being a quarter"),
    "value": N_("The figure. Empty: not known. “left out”: a number from 1 to 9, or one that would give it away"),
}


def shown(document: Document, language: str) -> tuple[Section, ...]:
    """Return what everybody is shown of a document."""
    voice = Voice(document, language)
    whole = (_of_large_stages(each, document) for each in picked(sections(document, language), WHOLE))
    return tuple(_of_its_time(each, voice) for each in (*whole, *_parted(voice)) if each.table and each.table.lines)


def _of_large_stages(section: Section, document: Document) -> Section:
    """Return a section without what it tells of a small stage, and without a total that would give that back."""
    large = [is_large(document, stage) for stage in STAGES]
    table = section.table
    if table is None or all(large):
        return section
    if section.key in OF_A_STAGE:
        kept = [is_large(document, OF_A_STAGE[section.key])] * len(table.lines)
    elif section.key in BY_LINES:
        kept = [shown for _, shown in zip(table.lines, cycle((*large, *BY_LINES[section.key])), strict=False)]
    elif section.key == BY_COLUMNS:
        lines = tuple(replace(line, figures=tuple(compress(line.figures, large))) for line in table.lines if any(large))
        return replace(section, drafted=(), table=replace(table, heads=_heads(table, large), lines=lines))
    else:
        return section
    return replace(section, drafted=(), table=replace(table, lines=tuple(compress(table.lines, kept))))


def _heads(table: Table, large: Sequence[bool]) -> tuple[str, ...]:
    return tuple(compress(table.heads, (True, *large)))


def report(document: Document, language: str) -> tuple[Section, ...]:
    """Return all that an annual report shows, as everybody may read it: no part of complaints that is small.

    A breakdown with a small count is told as everybody is told of parts; other tables of parts are left out whole, as
    two of the same complaints may tell together what neither tells alone.
    """
    voice = Voice(document, language)
    return tuple(
        _told(each, voice) if each.table and gives_away(document, each.key) else each
        for each in sections(document, language)
    )


def _told(section: Section, voice: Voice) -> Section:
    group, _, dimension = section.key.partition(".")
    found = _part(voice, dimension) if group == "breakdowns" else None
    if found is None:
        return Section(section.key, section.title, section.scope, gap=voice.gettext(TOO_SMALL))
    return replace(found, key=section.key)


def dictionary(language: str) -> list[tuple[str, str]]:
    """Return what each column of a file of figures means."""
    return [(name, catalogue(language).gettext(words)) for name, words in COLUMNS.items()]


def _of_its_time(section: Section, voice: Voice) -> Section:
    """Return a section whose table says of which time it is: another time stands on the same page."""
    table = section.table
    return replace(section, table=table and replace(table, caption=f"{table.caption}, {voice.now}"))


def _parted(voice: Voice) -> Iterator[Section]:
    for dimension in PARTED:
        if (found := _part(voice, dimension)) is not None:
            yield found


def _part(voice: Voice, dimension: str) -> Section | None:
    """Return how complaints part by a dimension; None where that could tell of somebody."""
    lines = parts(voice.document, dimension)
    if not lines:
        return None
    title = voice.gettext(BREAKDOWNS[dimension])
    labels = tuple(voice.label(label) for label, _ in lines)
    said = tuple(voice.gettext(LEFT_OUT) if count is None else voice.number(count) for _, count in lines)
    counted = voice.gettext("Complaints")
    chart = Chart(
        Shape.BARS,
        title,
        voice.gettext("The same as the table below. What is left out has no bar."),
        labels,
        (Series(counted, tuple(count for _, count in lines), said),),
    )
    return Section(
        key=f"public.{dimension}",
        title=title,
        scope=scopes.of(voice, scopes.BEGUN),
        table=Table(
            title,
            (title, counted),
            tuple(Line(label, (Figure(word),)) for label, word in zip(labels, said, strict=True)),
        ),
        chart=chart if len(lines) <= MOST_BARS else None,
    )
