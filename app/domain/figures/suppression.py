"""Leave small counts out of a table, and as many others as it takes that totals do not give them back (OM10, 8.1).

    suppressed({"asian": 4, "white": 60, "unknown": 41}) -> Shown(parts={..: None, ..: 60, ..: None}, total=105)
    suppressed_table({"damp": {"stage_1": 30, "stage_2": 4}, …}) -> ShownTable(cells, rows, columns, total)

None is what is left out. A count from 1 to below `least` always is (a nought is shown: it is nobody). Others are left
out beside it until whoever knows everything that is shown, the totals too, cannot tell it from any other number up to
`least` - 1, and no closer from below than the noughts that are shown betray. Totals are counts too: a small one is left
out, and a large one where nothing else would do.

What to keep to when showing one: the same mark for everything left out (never "fewer than 10": the others are more);
no share, rate or bar of anything left out; and one table for what shares its lines: two tables with the same totals of
lines, each right by itself, may tell together what neither tells alone.

A table is seen as water that runs round: the total parts into lines, each line into its cells, the cells run together
into columns and these into the total. What is left out may run otherwise, what is shown runs as it does, and a count
is safe when more of it, and less, could run another way.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Generic, TypeVar

Part = TypeVar("Part", bound=Hashable)
Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)

LEAST = 10
"""The smallest count of people that is shown."""
ONE = 1
"""What is left out is at least this: noughts are shown."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[Part]):
    """Parts of a total as they may be shown; None is left out."""

    parts: dict[Part, int | None]
    total: int | None


@dataclass(frozen=True, slots=True)
class ShownTable(Generic[Row, Column]):
    """A table with its totals as it may be shown; None is left out."""

    cells: dict[Row, dict[Column, int | None]]
    rows: dict[Row, int | None]
    columns: dict[Column, int | None]
    total: int | None


def suppressed(parts: Mapping[Part, int], *, least: int = LEAST) -> Shown[Part]:
    """Return parts and their total without what must be left out."""
    pipes = _Pipes(least)
    total = pipes.add(1, 0, sum(parts.values()))
    numbers = {part: pipes.add(0, 1, count) for part, count in parts.items()}
    pipes.protect()
    return Shown(pipes.shown(numbers), pipes.one(total))


def suppressed_table(table: Mapping[Row, Mapping[Column, int]], *, least: int = LEAST) -> ShownTable[Row, Column]:
    """Return a table, which has every column in every row, and its totals without what must be left out."""
    pipes = _Pipes(least)
    columns = list(next(iter(table.values()), {}))
    ends = {column: place for place, column in enumerate(columns, 2)}
    begins = {row: place for place, row in enumerate(table, 2 + len(columns))}
    total = pipes.add(1, 0, sum(sum(cells.values()) for cells in table.values()))
    of_rows = {row: pipes.add(0, begins[row], sum(cells.values())) for row, cells in table.items()}
    of_columns = {each: pipes.add(ends[each], 1, sum(cells[each] for cells in table.values())) for each in columns}
    inner = {
        row: {each: pipes.add(begins[row], ends[each], cells[each]) for each in columns} for row, cells in table.items()
    }
    pipes.protect()
    cells = {row: pipes.shown(numbers) for row, numbers in inner.items()}
    return ShownTable(cells, pipes.shown(of_rows), pipes.shown(of_columns), pipes.one(total))


@dataclass(frozen=True, slots=True)
class _Pipe:
    """A count that runs from one place to another."""

    start: int
    end: int
    count: int


@dataclass(slots=True)
class _Pipes:
    """All counts of a table, and which of them are left out."""

    least: int
    pipes: list[_Pipe] = field(default_factory=list)
    at: dict[int, list[int]] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)

    def add(self, start: int, end: int, count: int) -> int:
        """Lay a pipe and return its number; nothing can run through a nought, which is shown."""
        number = len(self.pipes)
        self.pipes.append(_Pipe(start, end, count))
        if count:
            self.at.setdefault(start, []).append(number)
            self.at.setdefault(end, []).append(number)
        if 0 < count < self.least:
            self.left_out.add(number)
        return number

    def one(self, number: int) -> int | None:
        """Return a count as it may be shown."""
        return None if number in self.left_out else self.pipes[number].count

    def shown(self, numbers: Mapping[Part, int]) -> dict[Part, int | None]:
        """Return counts as they may be shown."""
        return {part: self.one(number) for part, number in numbers.items()}

    def protect(self) -> None:
        """Leave out beside each small count what would give it back."""
        for number in sorted(self.left_out):
            pipe = self.pipes[number]
            self._free(number, pipe.end, pipe.start, self.least - 1 - pipe.count)
            self._free(number, pipe.start, pipe.end, pipe.count - ONE)

    def _free(self, small: int, start: int, end: int, wanted: int) -> None:
        """Leave out the least that lets so much run from one place to another, but not by the small count itself."""
        changed = [pipe.count for pipe in self.pipes]
        while wanted > 0 and (path := self._cheapest(small, start, end, changed)):
            back = (changed[number] - ONE for number, forward in path if not forward)
            much = min([wanted, *back])
            for number, forward in path:
                changed[number] += much if forward else -much
                self.left_out.add(number)
            wanted -= much

    def _cheapest(self, small: int, start: int, end: int, changed: list[int]) -> list[tuple[int, bool]]:
        """Return the way that takes the smallest counts from what is shown, empty where there is none."""
        came: dict[int, tuple[int, int, bool]] = {}
        waiting = [(0, 0, start, -1, -1, True)]
        while waiting:
            cost, steps, place, before, by, forward = heappop(waiting)
            if place in came:
                continue
            came[place] = (before, by, forward)
            if place == end:
                return list(_way(came, place, start))
            for number in self.at.get(place, ()):
                pipe = self.pipes[number]
                along = pipe.start == place
                if number == small or not (along or changed[number] > ONE):
                    continue
                price = 0 if number in self.left_out else pipe.count
                heappush(waiting, (cost + price, steps + 1, pipe.end if along else pipe.start, place, number, along))
        return []


def _way(came: Mapping[int, tuple[int, int, bool]], place: int, start: int) -> Iterable[tuple[int, bool]]:
    while place != start:
        place, number, forward = came[place]
        yield number, forward
