"""The dates of a hazard, counted by hand for England and Scotland, and what no count may ever do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from app.domain.clock.explanations import Counted, CountedDays, CountedHours, End, explain_hazard
from app.domain.clock.hazard_clock import DatesAfter, HazardClock, Known
from app.domain.clock.hazard_laws import AWAAB, LAWS, SCOTTISH_DAMP, HazardKind, Severity, law_named
from app.domain.clock.profiles import Nation
from app.domain.deed import LONDON
from tests.calendars import ENGLAND_AND_WALES, SCOTLAND

DAMP, FALLS = frozenset({HazardKind.DAMP_OR_MOULD}), frozenset({HazardKind.FALLS})
DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 30))
SEVERITIES = st.sampled_from([Severity.SIGNIFICANT, Severity.EMERGENCY])


def significant(known: date, ended: date | None = None) -> HazardClock:
    return HazardClock(AWAAB, ENGLAND_AND_WALES, Severity.SIGNIFICANT, Known(known), ended)


def emergency(at: datetime) -> HazardClock:
    return HazardClock(AWAAB, ENGLAND_AND_WALES, Severity.EMERGENCY, Known(at.astimezone(LONDON).date(), at))


@pytest.mark.parametrize(
    ("known", "investigate_by"),
    [(date(2026, 11, 30), date(2026, 12, 14)), (date(2026, 12, 21), date(2027, 1, 7))],
)
def test_a_significant_hazard_is_looked_at_within_ten_working_days(known, investigate_by):
    assert significant(known).dates.investigate_by == investigate_by


@pytest.mark.parametrize(
    ("known", "ended", "summary", "safe", "latest"),
    [
        (date(2026, 11, 30), date(2026, 12, 10), date(2026, 12, 15), date(2026, 12, 17), date(2027, 3, 4)),
        (date(2026, 12, 21), date(2027, 1, 4), date(2027, 1, 7), date(2027, 1, 11), date(2027, 3, 29)),
    ],
)
def test_what_follows_is_counted_from_the_end_of_the_investigation(known, ended, summary, safe, latest):
    after = significant(known, ended).after(found=True, works=True)

    assert after == DatesAfter(summary, safe, safe, latest)


def test_what_was_found_to_be_none_is_still_told_of_in_writing():
    after = significant(date(2026, 11, 30), date(2026, 12, 10)).after(found=False, works=False)

    assert after == DatesAfter(summary_by=date(2026, 12, 15))


@pytest.mark.parametrize(
    ("known", "safe_at"),
    [
        (datetime(2026, 12, 24, 17, 30, tzinfo=UTC), datetime(2026, 12, 25, 17, 30, tzinfo=UTC)),
        (datetime(2026, 12, 5, 3, 0, tzinfo=UTC), datetime(2026, 12, 6, 3, 0, tzinfo=UTC)),
        (datetime(2027, 3, 27, 12, 0, tzinfo=LONDON), datetime(2027, 3, 28, 13, 0, tzinfo=LONDON)),
        (datetime(2026, 10, 24, 12, 0, tzinfo=LONDON), datetime(2026, 10, 25, 11, 0, tzinfo=LONDON)),
    ],
    ids=["Christmas", "a weekend", "the clocks go on", "the clocks go back"],
)
def test_an_emergency_is_safe_within_24_real_hours(known, safe_at):
    dates = emergency(known).dates

    assert dates.safe_at == safe_at
    assert dates.investigate_by == safe_at.astimezone(LONDON).date()


def test_of_a_day_alone_the_hours_are_counted_from_its_first_moment():
    clock = HazardClock(AWAAB, ENGLAND_AND_WALES, Severity.EMERGENCY, Known(date(2026, 7, 1)))

    assert clock.dates.safe_at == datetime(2026, 7, 1, 23, tzinfo=UTC)  # midnight in London, in summer


def test_an_emergency_is_told_of_in_writing_and_its_works_begin_like_any_other():
    clock = replace(emergency(datetime(2026, 12, 10, 9, tzinfo=UTC)), investigated_on=date(2026, 12, 10))

    after = clock.after(found=True, works=True)

    assert after == DatesAfter(date(2026, 12, 15), None, date(2026, 12, 17), date(2027, 3, 4))


def test_scotland_counts_by_its_own_holidays_and_sets_no_day_to_be_safe_by():
    clock = HazardClock(SCOTTISH_DAMP, SCOTLAND, Severity.SIGNIFICANT, Known(date(2026, 11, 25)), date(2026, 11, 27))

    assert clock.dates.investigate_by == date(2026, 12, 10)  # Saint Andrew’s Day does not count
    assert clock.after(found=True, works=True) == DatesAfter(date(2026, 12, 3), None, date(2026, 12, 7), None)


def test_where_no_law_binds_staff_still_look_and_make_an_emergency_safe():
    clock = HazardClock(None, ENGLAND_AND_WALES, Severity.SIGNIFICANT, Known(date(2026, 11, 30)), date(2026, 12, 1))

    assert clock.dates.investigate_by == date(2026, 12, 14)
    assert clock.after(found=True, works=True) == DatesAfter()
    assert replace(clock, severity=Severity.EMERGENCY).dates.safe_at == datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kinds", "severity", "from_day"),
    [
        (DAMP, Severity.SIGNIFICANT, date(2025, 10, 27)),
        (FALLS, Severity.SIGNIFICANT, date(2026, 11, 30)),
        (FALLS, Severity.EMERGENCY, date(2025, 10, 27)),
        (DAMP | FALLS, Severity.SIGNIFICANT, date(2025, 10, 27)),
        (frozenset({HazardKind.OTHER}), Severity.SIGNIFICANT, None),
        (frozenset({HazardKind.OTHER}), Severity.EMERGENCY, date(2025, 10, 27)),
        (DAMP, Severity.NEITHER, None),
    ],
)
def test_each_phase_covers_what_it_names_from_its_day(kinds, severity, from_day):
    assert AWAAB.binds_from(kinds, severity) == from_day


def test_an_emergency_in_scotland_is_bound_by_what_binds_any_damp():
    assert SCOTTISH_DAMP.binds_from(DAMP, Severity.EMERGENCY) == date(2026, 10, 6)
    assert SCOTTISH_DAMP.binds_from(FALLS, Severity.EMERGENCY) is None


def test_residents_are_asked_about_what_is_in_force_that_day():
    assert AWAAB.asked_about(date(2025, 10, 26)) == ()
    assert AWAAB.asked_about(date(2026, 11, 29)) == (HazardKind.DAMP_OR_MOULD,)
    assert AWAAB.asked_about(date(2026, 11, 30)) == tuple(HazardKind)[:-1]


def test_a_later_phase_is_one_row():
    later = replace(AWAAB.covered[1], valid_from=date(2027, 10, 1), kinds=frozenset({HazardKind.OTHER}))
    law = replace(AWAAB, covered=(*AWAAB.covered, later))

    assert law.binds_from([HazardKind.OTHER], Severity.SIGNIFICANT) == date(2027, 10, 1)
    assert HazardKind.OTHER in law.asked_about(date(2027, 10, 1))


def test_a_law_is_found_by_its_name_and_its_nation():
    assert law_named("england-awaab") is LAWS[Nation.ENGLAND]
    assert law_named("") is None


def test_every_date_of_a_hazard_explains_itself():
    steps = explain_hazard(significant(date(2026, 12, 21), date(2027, 1, 4)))

    assert [(step.days, step.end, step.end_day) for step in steps if isinstance(step, Counted)] == [
        (10, End.INVESTIGATE_BY, date(2027, 1, 7)),
        (3, End.SUM_UP_BY, date(2027, 1, 7)),
        (5, End.SAFE_BY, date(2027, 1, 11)),
        (5, End.WORKS_BY, date(2027, 1, 11)),
    ]
    assert steps[0].not_counted == (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))
    assert isinstance(steps[-1], CountedDays)
    assert (steps[-1].days, steps[-1].end_day) == (84, date(2027, 3, 29))


def test_an_emergency_is_explained_in_hours():
    at = datetime(2026, 12, 24, 17, 30, tzinfo=UTC)

    assert explain_hazard(emergency(at)) == (CountedHours(at, 24, at + timedelta(hours=24)),)


@given(known=DAYS, later=st.integers(0, 30), severity=SEVERITIES)
def test_knowing_sooner_never_gives_more_time(known, later, severity):
    sooner = HazardClock(AWAAB, ENGLAND_AND_WALES, severity, Known(known)).dates
    after = HazardClock(AWAAB, ENGLAND_AND_WALES, severity, Known(known + timedelta(days=later))).dates

    assert sooner.investigate_by <= after.investigate_by
    assert sooner.safe_at is None or after.safe_at is None or sooner.safe_at <= after.safe_at


@given(known=DAYS, ended=st.integers(0, 60))
def test_what_follows_never_comes_before_it(known, ended):
    clock = significant(known, known + timedelta(days=ended))
    after = clock.after(found=True, works=True)

    assert known < clock.dates.investigate_by
    assert clock.investigated_on < after.summary_by <= after.safe_by == after.works_by <= after.works_at_the_latest


@given(at=st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 30), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_day_of_an_emergency_has_24_hours_in_every_season(at):
    assert emergency(at).dates.safe_at - at == timedelta(hours=24)
