"""The seed of every calendar, against the list that gov.uk publishes."""

from datetime import date

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from app.adapters.holidays import PLACES, bank_holidays

YEARS = range(2012, 2029)
# Proclaimed for Scotland's first match in the World Cup, after the list that the package carries was made.
PROCLAIMED_SINCE = {("scotland", date(2026, 6, 15))}


@pytest.fixture(scope="module")
def seeded():
    return {(each.calendar, each.day) for each in bank_holidays(YEARS)}


@pytest.mark.parametrize("calendar", PLACES)
def test_the_seed_is_the_list_of_gov_uk(seeded, calendar):
    published = BankHolidays(use_cached_holidays=True).get_holidays(division=calendar)
    listed = {(calendar, each["date"]) for each in published}
    last = max(day for _, day in listed)

    ours = {each for each in seeded if each[0] == calendar and each[1] <= last}

    assert ours - PROCLAIMED_SINCE == listed - PROCLAIMED_SINCE


def test_only_weekdays_are_seeded(seeded):
    assert all(day.isoweekday() <= 5 for _, day in seeded)


def test_every_year_asked_for_is_known_to_every_calendar(seeded):
    assert {(calendar, day.year) for calendar, day in seeded} == {
        (calendar, year) for calendar in PLACES for year in YEARS
    }


def test_a_holiday_has_a_name():
    names = {each.day: each.name for each in bank_holidays([2026]) if each.calendar == "england-and-wales"}

    assert names[date(2026, 4, 3)] == "Good Friday"
    assert names[date(2026, 12, 28)].startswith("Boxing Day")
