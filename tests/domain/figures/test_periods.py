"""Quarters run from the first day, and the period before ends the day before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures.periods import Period, named, quarter_of, year_of

DAY = timedelta(days=1)


def test_the_quarters_of_a_year_run_from_its_first_day():
    year = Period(date(2023, 4, 1), date(2024, 3, 31))

    assert [each.first for each in year.quarters] == [
        date(2023, 4, 1),
        date(2023, 7, 1),
        date(2023, 10, 1),
        date(2024, 1, 1),
    ]
    assert year.quarters[-1].last == date(2024, 3, 31)
    assert year.before == Period(date(2022, 4, 1), date(2023, 3, 31))


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        (date(2024, 1, 1), date(2024, 3, 31), date(2023, 10, 1)),
        (date(2024, 3, 1), date(2024, 3, 31), date(2024, 2, 1)),
        (date(2024, 3, 4), date(2024, 3, 10), date(2024, 2, 26)),
    ],
)
def test_the_period_before_is_as_long(first, last, before):
    assert Period(first, last).before == Period(before, first - DAY)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 800))
def test_quarters_cover_their_period_and_nothing_twice(first, days):
    period = Period(first, first + timedelta(days=days))
    quarters = period.quarters

    assert (quarters[0].first, quarters[-1].last) == (period.first, period.last)
    assert all(one.last + DAY == after.first for one, after in pairwise(quarters))
    assert period.before.last + DAY == period.first


def test_a_period_does_not_end_before_it_begins():
    assert named(date(2024, 1, 2), date(2024, 1, 1)) is None


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_a_day_is_in_its_year_and_in_its_quarter(day):
    year, quarter = year_of(day), quarter_of(day)

    assert (year.first.month, year.first.day, year.last.month, year.last.day) == (4, 1, 3, 31)
    assert year.first <= quarter.first <= day <= quarter.last <= year.last
