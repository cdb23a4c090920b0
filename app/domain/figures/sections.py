"""What a report shows: figures as tables, charts and sentences, said once for a page, a print and a PDF (8.1).

Everything here is words already, in one language. Whoever draws it decides nothing but how it looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Shape(Enum):
    """How a chart is drawn."""

    BARS = "bars"
    COLUMNS = "columns"
    STACKED = "stacked"
    """Parts of a whole, one on another."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of a table. `counts` are the terms of the address of the complaints it counts: staff may follow it.

    Of a share or a mean they are those it is taken from. `is_words` for one that is read, and not set under others like
    a number. `number` is how many it says, where it is a count.
    """

    said: str
    counts: Mapping[str, str] = field(default_factory=dict)
    is_words: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: what it is of, and its figures; `is_total` for the line that sums those above it."""

    head: str
    figures: tuple[Figure, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a head for each column, that of the lines first."""

    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart shows in one colour: a value for each label, None where it is unknown, and how it is said."""

    name: str
    values: tuple[float | None, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of what the table beside it says; `description` tells in sentences what is to be seen.

    `unit` says what is counted, where the title does not.
    """

    shape: Shape
    title: str
    description: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that a report shows.

    `key` names it for ever: what somebody writes beside it is kept under it. `scope` says which complaints its figures
    count. `drafted` are true sentences drawn from the figures, to begin the analysis with. `gap` says, where there is
    no table, why it is left out; `note`, where some of it is, says so under the table.
    """

    key: str
    title: str
    scope: str
    table: Table | None = None
    chart: Chart | None = None
    drafted: tuple[str, ...] = ()
    gap: str = ""
    note: str = ""
