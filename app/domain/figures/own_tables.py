"""Tables of our own in the annual report: what no record of ours counts, drawn beside what is counted (8.1).

A table is kept in versions like a paragraph, at a place of its own within one of the six parts; an empty version
takes it out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.domain.figures.edition_states import Edition, Part, Place, Use
from app.domain.figures.own_numbers import number, numeric_columns, spoken_total
from app.domain.figures.own_table_whys import TableWhy
from app.domain.figures.sections import Figure, Line, Section, Table
from app.domain.refused import Gap, Refused

WORDS = "words"
MOST = 12
"""So many tables a part may have."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that somebody wrote: heads, and lines as wide as these, the head of each line first.

    `ends` names the lines whose year is their last quarter, as they count what is open at an end. `means` names lines
    and columns of averages and rates, whose total is no sum.
    """

    title: str
    scope: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    ends: tuple[str, ...] = ()
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Own:
    """A table as it stands in an edition: in which part, and its number among all that this part ever had."""

    part: Part
    number: int
    table: OwnTable

    @property
    def place(self) -> Place:
        """Return where its versions are kept."""
        return place(self.part, self.number)


def place(part: Part, number: int) -> Place:
    """Return where a table's versions are kept."""
    return Place(Use.TABLE, f"{part.value}.{number}")


def free(edition: Edition, words: Mapping[Place, str], part: Part) -> Place:
    """Return where the next table of a part is kept; the place of one that was taken out is never given again.

    Raises Refused where there are as many as a part may have.
    """
    if sum(own.part is part for own in standing(words)) >= MOST:
        raise Refused(Gap(TableWhy.TOO_MANY))
    last = max((of[1] for each in edition.paragraphs if (of := _of(each.place)) and of[0] is part), default=0)
    return place(part, last + 1)


def standing(words: Mapping[Place, str]) -> tuple[Own, ...]:
    """Return the tables that stand in an edition with these words, in the order of its parts."""
    order = list(Part)
    found = [Own(*of, table) for at, text in words.items() if (of := _of(at)) and (table := read(text)) is not None]
    return tuple(sorted(found, key=lambda own: (order.index(own.part), own.number)))


def taken_out(written: Mapping[Place, Sequence[str]]) -> tuple[Own, ...]:
    """Return the tables that were taken out, each as it stood last; `written` are all versions, the newest first."""
    gone = {at: texts for at, texts in written.items() if at.use is Use.TABLE and not texts[0].strip()}
    return standing({at: next(filter(None, texts), "") for at, texts in gone.items()})


def kept(table: OwnTable) -> str:
    """Return a table as a version of it is kept."""
    return json.dumps(asdict(table), ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> OwnTable | None:
    """Return a table as it was kept; None for one that was taken out."""
    if not text.strip():
        return None
    of: dict[str, Any] = json.loads(text)
    lists = {name: tuple(of[name]) for name in ("heads", "ends", "means")}
    return OwnTable(title=of["title"], scope=of["scope"], lines=tuple(map(tuple, of["lines"])), **lists)


def section(own: Own) -> Section:
    """Return a table as every section of a report is drawn; a column of numbers alone is set as one."""
    table, are_numbers = own.table, numeric_columns(own.table.lines)
    lines = tuple(
        Line(
            head,
            tuple(Figure(cell, is_words=not is_number) for cell, is_number in zip(cells, are_numbers[1:], strict=True)),
            spoken_total(head),
        )
        for head, *cells in table.lines
    )
    return Section(
        f"own.{own.part.value}.{own.number}", table.title, table.scope, Table(table.title, table.heads, lines)
    )


def rows(own: Own) -> Iterator[tuple[str | int | float | None, ...]]:
    """Yield every cell of a table as a row of a file, like the figures of a document: a number is a number there."""
    name = f"own.{own.part.value}.{own.number} {own.table.title}"
    for head, *cells in own.table.lines:
        for measure, cell in zip(own.table.heads[1:], cells, strict=True):
            found = number(cell)
            yield (name, head, measure, *((WORDS, cell) if found is None else (found.unit, found.plain)))
        if not cells:
            yield name, head, "", WORDS, None


def _of(place: Place) -> tuple[Part, int] | None:
    """Return of which part a place is a table, and which; None for a place of anything else."""
    part, _, number = place.of.rpartition(".")
    known = {each.value: each for each in Part}
    is_table = place.use is Use.TABLE and part in known and number.isdecimal()
    return (known[part], int(number)) if is_table else None
