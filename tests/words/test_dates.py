"""Dates as people say them."""

from datetime import date

import pytest

from app.words.dates import in_full, listed, short, short_with_year, spoken

CHRISTMAS = [date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("say", "said"),
    [
        (spoken, "Wednesday 23 December"),
        (in_full, "Wednesday 23 December 2026"),
        (short, "Wed 23 Dec"),
        (short_with_year, "Wed 23 Dec 2026"),
    ],
)
def test_a_day_is_said_without_commas(say, said):
    assert say(date(2026, 12, 23), "en") == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (CHRISTMAS[:1], "25 Dec"),
        (CHRISTMAS[:2], "25 and 28 Dec"),
        (CHRISTMAS, "25 and 28 Dec and 1 Jan"),
        ([*CHRISTMAS[1:], date(2027, 3, 26), date(2027, 3, 29)], "28 Dec, 1 Jan and 26 and 29 Mar"),
    ],
)
def test_a_month_is_said_once(days, said):
    assert listed(days, "en") == said


def test_a_day_is_said_in_the_language_asked_for():
    assert spoken(date(2026, 12, 23), "cy") == "Dydd Mercher 23 Rhagfyr"
    assert spoken(date(2026, 12, 23), "pl") == "środa 23 grudnia"
