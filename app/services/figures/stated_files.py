"""A file of what the landlord states, a line a figure: read whole, or refused whole with all that is wrong (8.1)."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from app.adapters import tables
from app.domain.figures.columns import heading
from app.domain.figures.stated import Statement
from app.domain.figures.stated_whys import StatedWhy
from app.domain.figures.stating import COLUMNS, FROM, NAME, VALUE, WHAT, read
from app.domain.refused import Gap, Refused

NEEDED = (WHAT, NAME, FROM, VALUE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a line of a file."""

    line: int
    gap: Gap


class BadFigures(Exception):
    """Nothing of this file was taken in; it says all that is wrong."""

    def __init__(self, wrong: tuple[Wrong, ...]) -> None:
        self.wrong = wrong
        super().__init__(f"{len(wrong)} wrong")


def statements(path: Path) -> tuple[Statement, ...]:
    """Return what a file states; raises BadTable for what is no such table, and BadFigures for lines that are wrong."""
    wrong: list[Wrong] = []
    found: dict[object, Statement] = {}
    with closing(tables.lines(path)) as lines:
        _, first = next(lines, (1, []))
        columns, faults = heading(first, COLUMNS, NEEDED)
        if faults:
            raise faults[0]
        for number, cells in lines:
            try:
                each = read(dict(zip_longest(columns, cells[: len(columns)], fillvalue="")))
            except Refused as refusal:
                wrong += [Wrong(number, gap) for gap in refusal.gaps]
                continue
            if each.key in found:
                wrong.append(Wrong(number, Gap(StatedWhy.STATED_TWICE, NAME)))
            found[each.key] = each
    if wrong:
        raise BadFigures(tuple(wrong))
    return tuple(found.values())
