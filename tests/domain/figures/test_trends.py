"""What came in a period stands beside what came in those before it."""

from __future__ import annotations

from datetime import date

from app.domain.figures.breakdowns import Line
from app.domain.figures.periods import Period
from app.domain.figures.trends import Begun, periods, trend

YEAR = Period(date(2023, 4, 1), date(2024, 3, 31))


def test_a_trend_goes_back_as_long_as_a_period_is_two_times():
    assert [each.first for each in periods(YEAR)] == [date(2023, 4, 1), date(2022, 4, 1), date(2021, 4, 1)]
    assert [each.first for each in periods(Period(date(2024, 1, 1), date(2024, 3, 31)))] == [
        date(2024, 1, 1),
        date(2023, 10, 1),
        date(2023, 7, 1),
    ]


def test_the_oldest_stands_first_and_where_nobody_kept_anything_there_is_no_line():
    lines = trend(YEAR, [Begun(0, 1, 5), Begun(0, 2, 1), Begun(2, 1, 3)])

    assert lines == (Line("2021-04-01/2022-03-31", 3, 0, 3), Line("2023-04-01/2024-03-31", 5, 1, 6))
