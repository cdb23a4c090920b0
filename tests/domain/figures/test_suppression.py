"""Small counts are left out, and nothing that is shown gives them back (OM10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from time import monotonic

from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures.suppression import Shown, suppressed

LEAST = 3
"""Small, so that all that would look the same can be gone through."""
MOST = 7

counts = st.integers(0, 4)


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


def test_how_small_is_for_the_caller_to_say() -> None:
    assert suppressed({"a": 4, "b": 60}, least=1) == Shown({"a": 4, "b": 60}, 64)


def test_two_thousand_parts_take_no_time() -> None:
    begun = monotonic()
    suppressed({f"place {place}": place % 400 for place in range(2000)})
    assert monotonic() - begun < 0.1


def test_the_same_parts_leave_the_same_out_in_any_order() -> None:
    parts = {"a": 4, "b": 20, "c": 20, "d": 30}
    assert suppressed(parts).parts == suppressed(dict(reversed(parts.items()))).parts


@given(st.lists(counts, max_size=4))
def test_no_small_part_can_be_got_back(parts: list[int]) -> None:
    shown = suppressed(dict(enumerate(parts)), least=LEAST)
    seen, free = list(shown.parts.values()), [None if each else 0 for each in parts]
    assert all(each == count if each is not None else count for each, count in zip(seen, parts, strict=True))
    for place, count in enumerate(parts):
        if 0 < count < LEAST:
            could = {each[place] for each in alike(seen) if shown.total in (None, sum(each))}
            best = {each[place] for each in alike(free)}
            assert could >= set(range(min(best), LEAST))


def alike(parts: Sequence[int | None]) -> Iterator[tuple[int, ...]]:
    """All that would be shown as these are, but for their total: what is left out is from 1 to MOST."""
    return product(*(range(1, MOST) if each is None else (each,) for each in parts))
