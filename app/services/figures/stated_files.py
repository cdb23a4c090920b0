"""A file of what the landlord states, a line a figure: read whole, or refused whole with all that is wrong (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path

from sqlalchemy.orm import Session

from app.adapters import tables
from app.domain.deed import Deed
from app.domain.figures import stating
from app.domain.figures.columns import heading
from app.domain.figures.stated import Key, Statement
from app.domain.figures.stated_whys import StatedWhy
from app.domain.figures.stating import COLUMNS, FROM, NAME, VALUE, WHAT
from app.domain.refused import Gap, Refused
from app.services.figures import stated

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


@dataclass(frozen=True, slots=True)
class Stated:
    """How many figures of a file were new, and how many it has."""

    new: int
    of: int


def take_in(session: Session, lines: Mapping[int, Statement], deed: Deed) -> Stated:
    """State what a file states by its lines, all of it or nothing; raises BadFigures for what it takes back wrongly."""
    never = stated.never_stated(session, [*lines.values()])
    if never:
        why = Gap(StatedWhy.NEVER_STATED, NAME)
        raise BadFigures(tuple(Wrong(line, why) for line, each in lines.items() if each in never))
    return Stated(stated.put(session, [*lines.values()], deed), len(lines))


def read(path: Path, today: date) -> dict[int, Statement]:
    """Return what a file states by its lines; raises BadTable for what is no such table, BadFigures for bad lines."""
    wrong: list[Wrong] = []
    found: dict[int, Statement] = {}
    known: set[Key] = set()
    with closing(tables.lines(path)) as lines:
        _, first = next(lines, (1, []))
        columns, faults = heading(first, COLUMNS, NEEDED)
        if faults:
            raise faults[0]
        for number, cells in lines:
            try:
                each = stating.read(dict(zip_longest(columns, cells[: len(columns)], fillvalue="")), today)
            except Refused as refusal:
                wrong += [Wrong(number, gap) for gap in refusal.gaps]
                continue
            if each.key in known:
                wrong.append(Wrong(number, Gap(StatedWhy.STATED_TWICE, NAME)))
            known.add(each.key)
            found[number] = each
    if wrong:
        raise BadFigures(tuple(wrong))
    return found
