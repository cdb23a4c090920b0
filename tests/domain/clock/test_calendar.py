"""Working days: the first one counted is the one after the day of the event."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.clock.calendar import Calendar, UnknownYear
from tests.calendars import ENGLAND_AND_WALES as CALENDAR

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
days = st.dates(FIRST, date(2027, 9, 30))  # leaves room for the longest count below
any_day = st.dates(FIRST, LAST)
numbers = st.integers(1, 40)


@given(days, numbers)
def test_a_count_ends_on_a_working_day(day, n):
    assert CALENDAR.is_working_day(CALENDAR.add_working_days(day, n))


@given(days, numbers)
def test_the_day_of_the_event_is_day_nought(day, n):
    counted = [day + timedelta(days=i) for i in range(1, 100)]
    working = [each for each in counted if each <= LAST and CALENDAR.is_working_day(each)]

    assert CALENDAR.add_working_days(day, n) == working[n - 1]


@given(days)
def test_counting_no_days_stays_where_it_is(day):
    assert CALENDAR.add_working_days(day, 0) == day


@given(days, days, numbers)
def test_what_begins_later_never_ends_earlier(one, other, n):
    earlier, later = sorted((one, other))

    assert CALENDAR.add_working_days(earlier, n) <= CALENDAR.add_working_days(later, n)


@given(days, numbers, numbers)
def test_counting_on_from_a_count_is_one_count(day, first, then):
    assume(first + then <= 40)

    halfway = CALENDAR.add_working_days(day, first)

    assert CALENDAR.add_working_days(halfway, then) == CALENDAR.add_working_days(day, first + then)


@given(days, numbers)
def test_counting_between_two_days_undoes_counting_on(day, n):
    assert CALENDAR.working_days_between(day, CALENDAR.add_working_days(day, n)) == n


@given(any_day, any_day)
def test_counting_backwards_is_below_nought(one, other):
    assert CALENDAR.working_days_between(one, other) == -CALENDAR.working_days_between(other, one)


@given(any_day, any_day)
def test_every_weekday_between_counts_or_is_named(one, other):
    start, end = sorted((one, other))
    between = [start + timedelta(days=i) for i in range(1, (end - start).days + 1)]
    weekdays = [day for day in between if day.isoweekday() <= 5]

    named = CALENDAR.holidays_between(start, end)

    assert len(weekdays) == CALENDAR.working_days_between(start, end) + len(named)
    assert not any(CALENDAR.is_working_day(day) for day in named)


@given(st.sampled_from([day for day in map(FIRST.__add__, map(timedelta, range(730))) if day.isoweekday() > 5]))
def test_no_weekend_is_a_working_day(day):
    assert not CALENDAR.is_working_day(day)


@pytest.mark.parametrize("substitute", [date(2026, 12, 28), date(2027, 12, 27), date(2027, 12, 28)])
def test_a_substitute_day_is_no_working_day(substitute):
    before = substitute - timedelta(days=1)

    assert not CALENDAR.is_working_day(substitute)
    assert CALENDAR.add_working_days(before, 1) > substitute


def test_a_holiday_at_the_weekend_takes_no_weekday_away():
    calendar = Calendar("one Saturday", frozenset({date(2026, 12, 26)}), frozenset({2026}))

    assert calendar.is_working_day(date(2026, 12, 28))
    assert calendar.holidays_between(date(2026, 12, 24), date(2026, 12, 31)) == ()


@given(st.dates().filter(lambda day: not FIRST <= day <= LAST), numbers)
def test_a_year_nobody_knows_is_refused(day, n):
    with pytest.raises(UnknownYear) as refusal:
        CALENDAR.add_working_days(day, n)

    assert (refusal.value.year, refusal.value.calendar) == (day.year, "england-and-wales")


def test_a_count_that_runs_out_of_the_known_years_is_refused():
    with pytest.raises(UnknownYear) as refusal:
        CALENDAR.add_working_days(date(2027, 12, 30), 2)

    assert refusal.value.year == 2028


def test_a_count_that_leaps_over_an_unknown_year_is_refused():
    calendar = Calendar("gap", frozenset(), frozenset({2026, 2028}))

    with pytest.raises(UnknownYear) as refusal:
        calendar.add_working_days(date(2026, 12, 30), 2)

    assert refusal.value.year == 2027


def test_nothing_is_said_of_an_unknown_year():
    with pytest.raises(UnknownYear):
        CALENDAR.is_working_day(date(2011, 5, 3))


def test_days_are_not_counted_across_an_unknown_year():
    with pytest.raises(UnknownYear):
        CALENDAR.working_days_between(date(2025, 12, 31), date(2026, 1, 5))


def test_days_are_not_counted_back():
    with pytest.raises(ValueError):
        CALENDAR.add_working_days(date(2026, 5, 5), -1)
