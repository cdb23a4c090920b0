"""Calendars are filled once and added to, never replaced: dates already given must stand."""

from datetime import date

import pytest
from sqlalchemy import delete, insert

from app.domain.clock.calendar import UnknownYear
from app.services.clock import calendars as service
from app.store.clock import calendars as store
from app.store.clock.calendars import HolidayRow

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(session):
    session.execute(delete(HolidayRow))
    return session


def test_a_seeded_calendar_counts(session):
    service.seed(session, [2026, 2027])

    calendar = store.load(session, "england-and-wales")

    assert calendar.add_working_days(date(2026, 12, 24), 5) == date(2027, 1, 5)


def test_seeding_again_adds_nothing(session):
    first = service.seed(session, [2026])

    assert first > 0
    assert service.seed(session, [2026]) == 0


def test_seeding_leaves_what_is_there_alone(session):
    royal = {"calendar": "england-and-wales", "day": date(2026, 7, 1), "name": "A day nobody foresaw"}
    session.execute(insert(HolidayRow), [royal])

    service.seed(session, [2026])

    assert not store.load(session, "england-and-wales").is_working_day(date(2026, 7, 1))


def test_a_holiday_learnt_later_counts_from_then_on(session):
    service.seed(session, [2026])
    before = store.load(session, "scotland")

    store.add(session, [("scotland", date(2026, 7, 1), "A day nobody foresaw")])

    assert before.is_working_day(date(2026, 7, 1))
    assert not store.load(session, "scotland").is_working_day(date(2026, 7, 1))


def test_a_calendar_nobody_filled_knows_no_year(session):
    with pytest.raises(UnknownYear):
        store.load(session, "england-and-wales").add_working_days(TODAY, 1)


def test_the_database_is_counted_by_as_soon_as_it_has_a_table(session):
    service.seed(session, [2026])

    found = service.find(session, "scotland", TODAY)

    assert found.years == {2026}


def test_the_years_to_know_end_five_ahead():
    years = service.years_to_know(TODAY)

    assert (years[0], years[-1]) == (2012, 2031)
