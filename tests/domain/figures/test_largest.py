"""The largest of a dimension, with those that are as large, and the share of each neighbourhood."""

from __future__ import annotations

from datetime import date

from app.domain.figures.breakdowns import Line
from app.domain.figures.largest import hot_spots, top
from app.domain.figures.periods import Period
from app.domain.figures.profile import Told, plain, years
from app.domain.figures.tables import figures

LINES = [
    Line("a", 9, 1, 10),
    Line(None, 8, 0, 8),
    Line("b", 5, 0, 5),
    Line("c", 4, 0, 4),
    Line("d", 4, 0, 4),
    Line("e", 1, 0, 1),
]


def test_as_many_as_the_last_stand_with_it_and_the_unknown_never_does():
    found = top(LINES, "total", 3)

    assert [(each["label"], each["count"]) for each in found["lines"]] == [("a", 10), ("b", 5), ("c", 4), ("d", 4)]
    assert (found["more"], found["others"]) == (1, 9)


def test_fewer_than_that_are_all_there_are_and_none_stands_with_nothing():
    found = top(LINES, "stage_2", 3)

    assert ([each["label"] for each in found["lines"]], found["more"], found["others"]) == (["a"], 0, 0)


def test_a_neighbourhood_has_its_share_of_each_stage_and_the_unknown_has_its_own():
    spots = hot_spots(LINES) or []

    assert [each["stage_1_share"] for each in spots] == [9 / 31, 8 / 31, 5 / 31, 4 / 31, 4 / 31, 1 / 31]
    assert (spots[0]["stage_2_share"], sum(each["total_share"] for each in spots)) == (1, 1)
    assert hot_spots(None) is None
    unit = {each.measure: each.unit for each in figures({"hot_spots": spots})}
    assert (unit["total"], unit["total_share"]) == ("count", "fraction of 1")


def test_a_profile_stands_beside_who_lives_here_with_small_counts_of_either_left_out():
    told = [Told("under_25", "", "", 30), Told("25_to_44", "", "", 25)]
    base = {"age": {"under_25": 100, "25_to_44": 290, "unknown": 10}, "disabled": {"Registered": 40}}
    profile = plain([2025], told, 70, base) or {}

    age = {line["label"]: line for line in profile["age"]["groups"]}
    assert (profile["age"]["total"], profile["age"]["customer_base_total"]) == (70, 400)
    assert (age["unknown"]["complainants"], age["unknown"]["customer_base"]) == (15, 10)
    assert (age["under_25"]["complainants_share"], age["under_25"]["customer_base_share"]) == (30 / 70, 0.25)
    assert profile["disabled"]["groups"][0]["customer_base"] is None
    assert [each.measure for each in figures({"profile": profile})].count("years") == 0


def test_a_profile_is_of_years_that_are_over_and_every_year_is_of_one_year_of_figures():
    year = Period(date(2025, 4, 1), date(2026, 3, 31))

    assert years(year, date(2026, 5, 1)) == (2025,)
    assert years(year, date(2025, 12, 31)) == ()
    assert years(Period(date(2026, 1, 1), date(2026, 3, 31)), date(2027, 1, 1)) == (2026,)
