"""Figures that everybody reads are counted once a day, and those of a time no longer shown are forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from app.domain.figures.periods import Period
from app.services.figures import public
from tests.cases import seed

TODAY = date(2026, 5, 4)
QUARTER, YEAR = Period(date(2026, 1, 1), date(2026, 3, 31)), Period(date(2025, 4, 1), date(2026, 3, 31))
TOMORROW, NEXT_QUARTER = TODAY + timedelta(days=1), date(2026, 7, 1)


def noon(day):
    return datetime.combine(day, time(12), UTC)


def count(session, today):
    found = public.missing(session, today, of_today=True)
    for period in found:
        public.keep(session, period, public.counted(session, period, today), noon(today))
    return found


def test_the_last_quarter_and_year_are_counted_once_a_day(session):
    seed(session)

    assert public.missing(session, TODAY) == [QUARTER, YEAR]
    assert count(session, TODAY) == [QUARTER, YEAR]
    assert count(session, TODAY) == public.missing(session, TOMORROW) == []
    assert count(session, TOMORROW) == [QUARTER, YEAR]
    assert {each.counted_on for each in public.kept(session, TOMORROW)} == {TOMORROW}


def test_once_another_quarter_is_over_the_one_before_is_forgotten(session):
    seed(session)
    count(session, TODAY)

    count(session, NEXT_QUARTER)

    assert [each.period for each in public.kept(session, NEXT_QUARTER)] == [
        Period(date(2026, 4, 1), date(2026, 6, 30)),
        YEAR,
    ]
    assert public.kept(session, TODAY)[0].period == YEAR, "nothing else is kept"


def test_after_a_big_change_one_worker_counts_anew_and_not_what_changed_again_meanwhile(session):
    seed(session)
    count(session, TODAY)
    later = noon(TODAY) + timedelta(hours=3)

    public.count_anew(session)
    assert public.is_waiting(session)
    assert public.claim(session, TODAY) == [QUARTER, YEAR]
    assert public.claim(session, TODAY) == [], "the other worker"
    document = public.counted(session, YEAR, TODAY)
    assert public.keep_claimed(session, YEAR, document, later)
    public.count_anew(session)
    assert not public.keep_claimed(session, QUARTER, document, later)

    assert [each.counted_at for each in public.kept(session, TODAY)] == [noon(TODAY), later]
    assert public.is_waiting(session)
