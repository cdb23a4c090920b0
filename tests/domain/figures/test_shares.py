"""Shares that are shown are 100 together, and none is further from the truth than one step."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures.days import typical
from app.domain.figures.documents import percents
from app.domain.figures.shares import halved, rate, shown
from app.words.figures.voices import shown_percent


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


@given(st.lists(st.integers(0, 400), min_size=3, max_size=3))
def test_those_on_time_together_are_shown_as_their_rate_and_all_are_a_hundred(counts):
    parts = dict(zip("abc", counts, strict=True))
    per_cent, whole = halved(parts, "ab"), sum(counts)

    assert sum(per_cent.values()) == (100 if whole else 0)
    if whole:
        assert per_cent["a"] + per_cent["b"] == shown_percent(float(Fraction(counts[0] + counts[1], whole)))
        assert all(
            abs(Fraction(per_cent[each]) - Fraction(parts[each] * 100, whole)) < Fraction(1, 10) for each in parts
        )


@given(st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_what_was_upheld_is_the_same_share_among_decisions_and_among_merged_outcomes(counts):
    decided = dict(zip(("upheld", "upheld_in_part", "not_upheld", "resolved"), counts, strict=True))
    merged = {"upheld_or_in_part": counts[0] + counts[1], "not_upheld": counts[2], "resolved": counts[3]}

    apart = percents("decided", decided, decided)
    together = percents("outcomes_merged", merged | {"withdrawn": 0, "refused": 0}, decided)

    if sum(counts):
        assert together["upheld_or_in_part"] == apart["upheld"] + apart["upheld_in_part"]
        assert {name: together[name] for name in ("not_upheld", "resolved")} == {
            name: apart[name] for name in ("not_upheld", "resolved")
        }
        assert sum(together.values()) == 100


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
