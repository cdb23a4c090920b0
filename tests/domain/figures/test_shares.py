"""Shares that are shown are 100 together, and none is further from the truth than one step."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures.days import typical
from app.domain.figures.shares import rate, shown


@given(st.dictionaries(st.text(), st.integers(0, 10_000), max_size=8), st.integers(0, 2))
def test_they_are_a_hundred_together_and_near_the_truth(parts, places):
    per_cent = shown(parts, places)
    whole = sum(parts.values())

    assert sum(per_cent.values()) == (100 if whole else 0)
    for part, value in per_cent.items():
        assert abs(Fraction(value) - Fraction(parts[part] * 100, whole)) < Fraction(1, 10**places)


def test_of_two_that_are_as_near_the_larger_is_rounded_up():
    assert shown({"a": 1, "b": 1, "c": 1}, 0) == {"a": Decimal(34), "b": Decimal(33), "c": Decimal(33)}


def test_they_are_the_same_in_whatever_order_the_parts_were_kept():
    parts = {"b": 1, "c": 1, "a": 1}

    assert shown(parts, 0) == shown(dict(sorted(parts.items())), 0)


@pytest.mark.parametrize(
    ("parts", "per_cent"),
    [
        ((46, 45, 42), ("34.6", "33.8", "31.6")),
        ((12, 7, 3), ("54.6", "31.8", "13.6")),
    ],
)
def test_published_shares_are_those_that_are_shown(parts, per_cent):
    assert tuple(map(str, shown(dict(enumerate(parts))).values())) == per_cent


def test_a_rate_of_nothing_or_of_what_is_unknown_is_unknown():
    assert (rate(1, 0), rate(None, 3), rate(1, None), rate(22, 133)) == (None, None, None, Fraction(22, 133))


@given(st.lists(st.integers(-3, 60), min_size=1))
def test_mean_median_and_ninetieth_are_those_of_the_list(days):
    found = typical({each: days.count(each) for each in days})
    ordered, middle = sorted(days), len(days) // 2
    median = Fraction(ordered[middle] + ordered[-middle - 1], 2)

    assert (found.mean, found.median) == (Fraction(sum(days), len(days)), median)
    assert sum(each <= found.ninetieth for each in days) * 10 >= len(days) * 9
    assert sum(each < found.ninetieth for each in days) * 10 < len(days) * 9
