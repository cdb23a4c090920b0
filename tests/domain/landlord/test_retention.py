"""How long something is kept: until the day so long after it, and not a day longer."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.landlord.retention import Keep

SIX_YEARS = Keep(years=6, after="it ended")
A_MONTH = Keep(years=0, days=30, after="it was sent")


def test_it_is_kept_until_the_day_so_many_years_later():
    ended = date(2026, 12, 8)

    assert not SIX_YEARS.is_over(ended, date(2032, 12, 7))
    assert SIX_YEARS.is_over(ended, date(2032, 12, 8))


def test_what_ended_on_the_last_of_february_is_not_kept_for_ever():
    assert SIX_YEARS.last_day(date(2028, 2, 29)) == date(2022, 2, 28)
    assert SIX_YEARS.is_over(date(2024, 2, 29), date(2030, 3, 1))


def test_days_are_counted_from_the_instant():
    assert A_MONTH.last_instant(datetime(2026, 12, 31, 9, tzinfo=UTC)) == datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_a_year_is_kept_for_whole_years_after_its_end():
    three = Keep(years=3, after="the year in which it was given")

    assert three.last_year(date(2029, 12, 31)) == 2025
    assert three.last_year(date(2030, 1, 1)) == 2026
