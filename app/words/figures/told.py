"""A section as everybody may read it: what is drawn of all figures, beside what is drawn of those they may read.

Whatever is not the same in both is left out: so no share, sentence or bar tells what a number does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.figures.sections import Chart, Figure, Line, Section, Table
from app.words.catalogues import N_
from app.words.figures.voices import Voice

LEFT_OUT = N_("left out")
NOTE = N_("Left out: numbers from 1 to 9, what is of fewer than 10, and others that would give these away.")
COLUMNS = N_("Left out whole: %(columns)s.")
DASH = "–"


def told(voice: Voice, whole: Section, seen: Section) -> Section | None:
    """Return what both tell alike, marked where they do not; None where nothing of it may be read."""
    if whole == seen:
        return whole
    if whole.table is None or seen.table is None:
        return None
    table, dropped = _without_empty(voice, _marked(voice, whole.table, seen.table))
    missing = [head for head in whole.table.heads[1:] if head not in seen.table.heads]
    if not _tells(voice, table):
        return None
    dropped = [*missing, *dropped]
    columns = [voice.gettext(COLUMNS, columns="; ".join(dropped))] if dropped else []
    return replace(
        seen,
        table=table,
        chart=seen.chart if seen.chart and whole.chart and _is_true(seen.chart, whole.chart) else None,
        drafted=tuple(each for each in seen.drafted if each in whole.drafted),
        note=" ".join([voice.gettext(NOTE), *columns]),
    )


def _tells(voice: Voice, table: Table) -> bool:
    """Return whether any figure is left in a table: what we wanted to reach is none."""
    nothing = {voice.gettext(LEFT_OUT), voice.unknown, DASH}
    told = [place for place, head in enumerate(table.heads[1:]) if head != voice.gettext("Target")]
    return any(line.figures[place].said not in nothing for line in table.lines for place in told)


def _marked(voice: Voice, whole: Table, seen: Table) -> Table:
    """Return the table of what may be read, with a mark for each cell that says another thing than the whole does."""
    columns = {head: place - 1 for place, head in enumerate(whole.heads) if place}
    by_head = {line.head: line for line in whole.lines}
    lines = tuple(_line(voice, by_head.get(line.head), line, seen.heads[1:], columns) for line in seen.lines)
    return replace(seen, lines=lines)


def _line(voice: Voice, whole: Line | None, seen: Line, heads: Sequence[str], columns: dict[str, int]) -> Line:
    def cells() -> Iterator[Figure]:
        for head, figure in zip(heads, seen.figures, strict=True):
            place = columns.get(head)
            same = whole is not None and place is not None and whole.figures[place].said == figure.said
            yield figure if same else Figure(voice.gettext(LEFT_OUT), is_words=figure.is_words)

    return replace(seen, figures=tuple(cells()))


def _without_empty(voice: Voice, table: Table) -> tuple[Table, list[str]]:
    """Return a table without the columns of which nothing is told, and what these are called."""
    mark = voice.gettext(LEFT_OUT)
    empty = [
        place for place in range(len(table.heads) - 1) if _is_empty([of.figures[place] for of in table.lines], mark)
    ]
    heads = tuple(head for place, head in enumerate(table.heads) if place - 1 not in empty)
    lines = tuple(
        replace(line, figures=tuple(each for place, each in enumerate(line.figures) if place not in empty))
        for line in table.lines
    )
    return replace(table, heads=heads, lines=lines), [table.heads[place + 1] for place in empty]


def _is_empty(cells: Sequence[Figure], mark: str) -> bool:
    said = {each.said for each in cells}
    return mark in said and said <= {mark, DASH}


def _is_true(seen: Chart, whole: Chart) -> bool:
    """Return whether every bar is one of the whole chart."""
    return set(_bars(seen)) <= set(_bars(whole))


def _bars(chart: Chart) -> Iterator[tuple[str, str, float | None, str]]:
    for series in chart.series:
        for label, value, said in zip(chart.labels, series.values, series.said, strict=True):
            yield series.name, label, value, said
