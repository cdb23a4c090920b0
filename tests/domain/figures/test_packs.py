"""Of which time a pack is, and that what is open is the same however it is told apart."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures.packs import Due, Open, Pack, live, period_of

names = st.sampled_from([None, "Damp", "Noise"])
opens = st.builds(
    Open, st.sampled_from([1, 2]), st.sampled_from(Due), st.integers(0, 3), names, names, st.integers(1, 9)
)


@pytest.mark.parametrize(
    ("pack", "on", "first", "last"),
    [
        (Pack.WEEKLY, date(2026, 11, 23), date(2026, 11, 16), date(2026, 11, 22)),
        (Pack.WEEKLY, date(2026, 11, 22), date(2026, 11, 9), date(2026, 11, 15)),
        (Pack.MONTHLY, date(2026, 3, 1), date(2026, 2, 1), date(2026, 2, 28)),
        (Pack.MONTHLY, date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (Pack.QUARTERLY, date(2026, 4, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (Pack.QUARTERLY, date(2026, 9, 30), date(2026, 4, 1), date(2026, 6, 30)),
    ],
)
def test_a_pack_is_of_the_last_whole_time_before_its_day(pack, on, first, last):
    period = period_of(pack, on)

    assert (period.first, period.last) == (first, last)


@given(st.lists(opens))
def test_what_is_open_is_the_same_by_stage_by_name_by_theme_and_by_age(some):
    found = live(some, None, date(2026, 11, 23))

    wholes = [found["stages"].values(), found["handlers"], found["themes"], found["ages"]]
    assert {sum(line["open"] for line in lines) for lines in wholes} == {sum(each.count for each in some)}
    for lines in wholes:
        assert all(line["open"] == sum(line[due.value] for due in Due) for line in lines)
    assert [line["late"] for line in found["handlers"]] == sorted(
        (line["late"] for line in found["handlers"]), reverse=True
    )
