"""Small counts are left out, and nothing that is shown gives them back (OM10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures.suppression import Shown, suppressed, suppressed_table

LEAST = 3
"""Small, so that every table that would look the same can be gone through."""
MOST = 7

counts = st.integers(0, 4)
grids = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(counts, min_size=width, max_size=width), min_size=1, max_size=2)
)


def test_a_small_count_takes_the_smallest_other_with_it() -> None:
    assert suppressed({"a": 4, "b": 60, "c": 41}) == Shown({"a": None, "b": 60, "c": None}, 105)


def test_noughts_and_large_counts_are_shown() -> None:
    assert suppressed({"a": 0, "b": 10, "c": 41}) == Shown({"a": 0, "b": 10, "c": 41}, 51)
    assert suppressed({}) == Shown({}, 0)


def test_small_counts_that_hide_each_other_take_no_other_with_them() -> None:
    assert suppressed({"a": 4, "b": 8, "c": 41}) == Shown({"a": None, "b": None, "c": 41}, 53)


def test_small_counts_that_are_too_few_together_take_another_with_them() -> None:
    assert suppressed({"a": 1, "b": 1, "c": 41}) == Shown({"a": None, "b": None, "c": None}, 43)


def test_a_total_goes_where_every_part_of_it_would_be_known_by_it() -> None:
    ones = dict.fromkeys(range(10), 1)
    assert suppressed(ones) == Shown(dict.fromkeys(range(10)), None)
    assert suppressed({"a": 3, "b": 0}) == Shown({"a": None, "b": 0}, None)


def test_a_table_leaves_a_square_out() -> None:
    shown = suppressed_table({"x": {"a": 4, "b": 50}, "y": {"a": 20, "b": 30}, "z": {"a": 90, "b": 95}})
    assert shown.cells == {"x": {"a": None, "b": None}, "y": {"a": None, "b": None}, "z": {"a": 90, "b": 95}}
    assert (shown.rows, shown.columns, shown.total) == ({"x": 54, "y": 50, "z": 185}, {"a": 114, "b": 175}, 289)


def test_how_small_is_for_the_caller_to_say() -> None:
    assert suppressed({"a": 4, "b": 60}, least=1) == Shown({"a": 4, "b": 60}, 64)


@pytest.mark.parametrize("size", [(30, 5), (60, 4)])
def test_nothing_small_is_shown_of_a_large_table(size: tuple[int, int]) -> None:
    rows, columns = size
    table = {row: {column: (row * 7 + column * 5) % 23 for column in range(columns)} for row in range(rows)}
    shown = suppressed_table(table)
    seen = [each for cells in shown.cells.values() for each in cells.values()]
    assert not [each for each in (*seen, *shown.rows.values()) if each is not None and 0 < each < 10]
    assert shown.total == sum(sum(cells.values()) for cells in table.values())


@given(st.lists(counts, max_size=4))
def test_no_small_part_can_be_got_back(parts: list[int]) -> None:
    shown = suppressed(dict(enumerate(parts)), least=LEAST)
    grid = [list(shown.parts.values())]
    free = [[None if each else 0 for each in parts]]
    for place, count in enumerate(parts):
        if 0 < count < LEAST:
            could = {each[0][place] for each in alike(grid, [shown.total], [])}
            best = {each[0][place] for each in alike(free, [None], [])}
            assert could >= set(range(min(best), LEAST))


@given(grids)
def test_no_small_cell_or_total_of_a_table_can_be_got_back(grid: list[list[int]]) -> None:
    shown = suppressed_table({row: dict(enumerate(cells)) for row, cells in enumerate(grid)}, least=LEAST)
    cells = [list(each.values()) for each in shown.cells.values()]
    assert_shows(grid, cells)
    could = list(alike(cells, list(shown.rows.values()), list(shown.columns.values()), shown.total))
    for row, column in product(range(len(grid)), range(len(grid[0]))):
        if 0 < grid[row][column] < LEAST:
            assert {each[row][column] for each in could} >= set(range(1, LEAST))
    for row, counted in enumerate(grid):
        if 0 < sum(counted) < LEAST:
            assert {sum(each[row]) for each in could} >= set(range(sum(map(bool, counted)), LEAST))


def assert_shows(grid: Sequence[Sequence[int]], cells: Sequence[Sequence[int | None]]) -> None:
    """What is shown is what was counted, with every nought and without whatever is small."""
    for counted, seen in zip(grid, cells, strict=True):
        for count, each in zip(counted, seen, strict=True):
            assert each == count if each is not None else count > 0
            assert not 0 < count < LEAST or each is None


def alike(
    grid: Sequence[Sequence[int | None]],
    rows: Sequence[int | None],
    columns: Sequence[int | None],
    total: int | None = None,
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every table that would be shown as this one is: what is left out is from 1 to MOST."""
    some = [
        [each for each in _lines(cells) if whole in (None, sum(each))] for cells, whole in zip(grid, rows, strict=True)
    ]
    for found in product(*some):
        sums = [sum(each) for each in zip(*found, strict=True)]
        fits = all(whole in (None, each) for whole, each in zip(columns, sums, strict=False))
        if fits and total in (None, sum(sums)):
            yield found


def _lines(cells: Sequence[int | None]) -> Iterator[tuple[int, ...]]:
    return product(*(range(1, MOST) if each is None else (each,) for each in cells))
