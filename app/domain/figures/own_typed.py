"""A table as somebody types or pastes it: a line each row, cells parted by a tab, a bar or a semicolon."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.figures.own_table_whys import TableWhy
from app.domain.figures.own_tables import OwnTable
from app.domain.refused import Gap, refuse_if

SEPARATORS = ("\t", "|", ";")
ENDS_OF_SENTENCES = (".", "!", "?", ";", ",", ":")
MOST_COLUMNS = 10
MOST_LINES = 100
LONGEST_CELL = 500
LONGEST_TITLE = 100
LONGEST_SCOPE = 300
EVERY = "all"
"""What stands for every line where lines are named."""


@dataclass(frozen=True, slots=True)
class Slip(Gap):
    """One thing wrong with what was typed, and the line it stands in, from 1; 0: no line of its own."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """What somebody typed: `rows` is the table, its heads first; `ends` and `means` name a line each row."""

    title: str = ""
    scope: str = ""
    rows: str = ""
    ends: str = ""
    means: str = ""


def table(draft: OwnDraft) -> OwnTable:
    """Return the table that was typed; raises Refused with every slip in it, and the line of each (8.1)."""
    typed = list(_lines(draft.rows))
    (_, heads), *rows = typed or [(1, ())]
    ends, means = _names(draft.ends), _names(draft.means)
    title, scope = _one_line(draft.title), _one_line(draft.scope)
    slips = [*_about(title, scope), *_rows(heads, rows)]
    firsts = [cells[0] for _, cells in rows]
    slips += _named("ends", ends, [*firsts, EVERY]) + _named("means", means, [*firsts, *heads, EVERY])
    refuse_if(slips)
    return OwnTable(title, scope, heads, tuple(cells for _, cells in rows), ends, means)


def draft(table: OwnTable) -> OwnDraft:
    """Return a table as it may be typed again."""
    lines = (table.heads, *table.lines)
    separator = "\t" if any("|" in cell for line in lines for cell in line) else " | "
    rows = "\n".join(separator.join(line) for line in lines)
    return OwnDraft(table.title, table.scope, rows, "\n".join(table.ends), "\n".join(table.means))


def _lines(rows: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the number and the cells of each line that is not empty; the first says what parts them."""
    text = rows.replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in text.split("\n") if line.strip()), "")
    separator = next((each for each in SEPARATORS if each in first), None)
    for at, cells in _split(text, separator):
        tidied = tuple(map(_one_line, cells))
        if any(tidied):
            yield at, tidied


def _split(text: str, separator: str | None) -> Sequence[tuple[int, Sequence[str]]]:
    lines = list(enumerate(text.split("\n"), 1))
    if separator is None:
        return [(at, [line]) for at, line in lines]
    try:
        return [*_quoted(text, separator)]
    except csv.Error:  # quotation marks that are words, and part nothing
        return [(at, line.split(separator)) for at, line in lines]


def _quoted(text: str, separator: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield lines as a spreadsheet copies them: a cell of several lines stands in quotation marks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    at = 1
    for cells in reader:
        yield at, cells
        at = reader.line_num + 1


def _about(title: str, scope: str) -> Iterator[Slip]:
    if not title:
        yield Slip(TableWhy.WITHOUT_TITLE, "title")
    if len(title) > LONGEST_TITLE:
        yield Slip(TableWhy.TITLE_TOO_LONG, "title")
    if not scope:
        yield Slip(TableWhy.WITHOUT_SCOPE, "scope")
    if len(scope) > LONGEST_SCOPE:
        yield Slip(TableWhy.SCOPE_TOO_LONG, "scope")


def _rows(heads: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Slip]:
    if not rows:
        yield Slip(TableWhy.WITHOUT_LINES, "rows")
    if len(heads) > MOST_COLUMNS:
        yield Slip(TableWhy.TOO_WIDE, "rows")
    if len(rows) > MOST_LINES:
        yield Slip(TableWhy.TOO_MANY_LINES, "rows")
    if rows and not all(heads):
        yield Slip(TableWhy.EMPTY_HEAD, "rows", 1)
    for at, cells in ((1, heads), *rows):
        if len(cells) != len(heads):
            yield Slip(TableWhy.OTHER_WIDTH, "rows", at)
        elif cells is not heads and not cells[0]:
            yield Slip(TableWhy.LINE_WITHOUT_HEAD, "rows", at)
        if any(len(cell) > LONGEST_CELL for cell in cells):
            yield Slip(TableWhy.CELL_TOO_LONG, "rows", at)


def _named(field: str, names: Sequence[str], known: Sequence[str]) -> list[Slip]:
    """Return a slip for each name that is none of the table."""
    there = {each.casefold() for each in known}
    return [Slip(TableWhy.NO_SUCH_HEAD, field, at) for at, each in enumerate(names, 1) if each.casefold() not in there]


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name for line in typed.splitlines() if (name := _one_line(line)))


def _one_line(typed: str) -> str:
    """Return words in one line: several lines of one cell are a list, or sentences."""
    parts = [tidy for line in typed.splitlines() if (tidy := " ".join(_shown(line).split()))]
    ended = [part if part.endswith(ENDS_OF_SENTENCES) else f"{part};" for part in parts[:-1]]
    return " ".join([*ended, *parts[-1:]])


def _shown(line: str) -> str:
    return "".join(" " if unicodedata.category(each) == "Cc" else each for each in line)
