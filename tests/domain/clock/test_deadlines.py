"""The dates of both stages, against dates counted by hand, and what moves them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock.calendar import UnknownYear
from app.domain.clock.deadlines import Clock, Standing, clock
from app.domain.clock.profiles import Stage
from app.domain.refused import Refused, Why
from tests.calendars import ENGLISH_TERMS, SCOTTISH_TERMS

MONDAY = date(2026, 11, 23)
ACKNOWLEDGED = date(2026, 11, 25)
DUE = date(2026, 12, 9)
LATEST = date(2026, 12, 23)

# received, acknowledge by, acknowledged, respond by, latest with more time
STAGE_1 = [
    ("2026-11-23", "2026-11-30", "2026-11-25", "2026-12-09", "2026-12-23"),
    ("2026-11-21", "2026-11-27", "2026-11-27", "2026-12-11", "2026-12-29"),
    ("2026-12-18", "2026-12-29", "2026-12-29", "2027-01-13", "2027-01-27"),
    ("2026-12-24", "2027-01-05", "2026-12-24", "2027-01-12", "2027-01-26"),
    ("2027-03-24", "2027-04-02", "2027-03-25", "2027-04-12", "2027-04-26"),
    ("2027-04-30", "2027-05-10", "2027-05-10", "2027-05-24", "2027-06-08"),
    ("2026-11-23", "2026-11-30", "2026-12-04", "2026-12-18", "2027-01-06"),
]
STAGE_2 = [
    ("2026-12-14", "2026-12-21", "2026-12-16", "2027-01-18", "2027-02-15"),
    ("2026-12-24", "2027-01-05", "2027-01-05", "2027-02-02", "2027-03-02"),
    ("2027-08-27", "2027-09-06", "2027-09-06", "2027-10-04", "2027-11-01"),
]

days = st.dates(date(2026, 1, 1), date(2027, 9, 1))
stages = st.sampled_from(Stage)
terms = st.sampled_from([ENGLISH_TERMS, SCOTTISH_TERMS])


def england(received: date = MONDAY, stage: Stage = Stage.ONE, **days: date) -> Clock:
    return clock(ENGLISH_TERMS, stage, received, **days)


def scotland(received: date, stage: Stage, **days: date) -> Clock:
    return clock(SCOTTISH_TERMS, stage, received, **days)


@pytest.mark.parametrize(
    ("stage", "vector"), [(Stage.ONE, each) for each in STAGE_1] + [(Stage.TWO, each) for each in STAGE_2]
)
def test_the_dates_are_those_counted_by_hand(stage, vector):
    received, acknowledge_by, acknowledged, respond_by, latest = map(date.fromisoformat, vector)

    found = england(received, stage, acknowledged=acknowledged)

    assert (found.acknowledge_by, found.respond_by) == (acknowledge_by, respond_by)
    assert found.latest_with_extension == latest


def test_a_late_acknowledgement_moves_the_limit_and_leaves_the_target():
    found = england(acknowledged=date(2026, 12, 4))

    assert found.respond_by == date(2026, 12, 18)
    assert found.respond_by_as_if_on_time == date(2026, 12, 14)
    assert found.standing == (Standing.ACKNOWLEDGED_LATE,)


def test_in_time_the_target_is_the_limit():
    found = england(acknowledged=ACKNOWLEDGED)

    assert found.respond_by_as_if_on_time == found.respond_by
    assert found.standing == (Standing.ACKNOWLEDGED_IN_TIME,)


def test_without_an_acknowledgement_the_last_day_for_it_is_counted_from():
    found = england()

    assert found.respond_by == england(acknowledged=date(2026, 11, 30)).respond_by
    assert found.respond_by_as_if_on_time == found.respond_by
    assert found.standing == (Standing.COUNTED_FROM_LAST_DAY_TO_ACKNOWLEDGE,)


def test_a_new_date_told_in_time_is_the_one_that_binds():
    found = england(acknowledged=ACKNOWLEDGED, extended_to=LATEST, told_on=DUE)

    assert found.respond_by == found.respond_by_as_if_on_time == LATEST
    assert found.first_due == DUE
    assert found.latest_with_extension == LATEST
    assert Standing.MORE_TIME_TOLD_IN_TIME in found.standing
    assert Standing.MORE_TIME_NEEDS_GOOD_REASON not in found.standing


def test_a_new_date_told_too_late_rescues_nothing():
    found = england(acknowledged=ACKNOWLEDGED, extended_to=LATEST, told_on=DUE + timedelta(days=1))

    assert found.respond_by == DUE
    assert Standing.MORE_TIME_TOLD_TOO_LATE in found.standing


def test_a_new_date_beyond_the_limit_binds_and_needs_a_good_reason():
    beyond = LATEST + timedelta(days=1)

    found = england(acknowledged=ACKNOWLEDGED, extended_to=beyond, told_on=DUE)

    assert found.respond_by == beyond
    assert Standing.MORE_TIME_NEEDS_GOOD_REASON in found.standing


def test_a_new_date_told_after_the_target_leaves_the_target_missed():
    found = england(acknowledged=date(2026, 12, 4), extended_to=date(2027, 1, 5), told_on=date(2026, 12, 16))

    assert found.respond_by == date(2027, 1, 5)
    assert found.respond_by_as_if_on_time == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("as_of", "standing"),
    [
        (date(2026, 11, 30), [Standing.ACKNOWLEDGEMENT_DUE]),
        (date(2026, 12, 1), [Standing.ACKNOWLEDGEMENT_LATE]),
        (date(2026, 12, 14), [Standing.ACKNOWLEDGEMENT_LATE]),
        (date(2026, 12, 15), [Standing.ACKNOWLEDGEMENT_LATE, Standing.ANSWER_LATE]),
    ],
)
def test_what_is_due_or_late_depends_on_the_day_it_is_asked(as_of, standing):
    found = england(as_of=as_of)

    assert list(found.standing) == [Standing.COUNTED_FROM_LAST_DAY_TO_ACKNOWLEDGE, *standing]


def test_an_answer_is_due_up_to_its_day_and_late_after_it():
    on_the_day = england(acknowledged=ACKNOWLEDGED, as_of=DUE)
    the_day_after = england(acknowledged=ACKNOWLEDGED, as_of=DUE + timedelta(days=1))

    assert on_the_day.standing[-1] is Standing.ANSWER_DUE
    assert the_day_after.standing[-1] is Standing.ANSWER_LATE


def test_scotland_answers_stage_1_five_working_days_from_receipt():
    found = scotland(date(2026, 11, 27), Stage.ONE)

    assert found.acknowledge_by is None
    assert found.respond_by == date(2026, 12, 7)  # St Andrew's Day, 30 November, does not count
    assert found.latest_with_extension == date(2026, 12, 14)
    assert found.standing == (Standing.RUNS_FROM_RECEIPT,)


def test_scotland_counts_stage_2_from_receipt_however_late_it_is_acknowledged():
    found = scotland(date(2026, 12, 24), Stage.TWO, acknowledged=date(2027, 1, 13))

    assert found.acknowledge_by == date(2026, 12, 31)
    assert found.respond_by == found.respond_by_as_if_on_time == date(2027, 1, 27)
    assert found.standing == (Standing.RUNS_FROM_RECEIPT, Standing.ACKNOWLEDGED_LATE)


def test_scotland_has_no_cap_at_stage_2_but_asks_for_agreement():
    found = scotland(date(2026, 12, 24), Stage.TWO, extended_to=date(2027, 6, 30), told_on=date(2027, 1, 27))

    assert found.latest_with_extension is None
    assert found.respond_by == date(2027, 6, 30)
    assert Standing.MORE_TIME_NEEDS_AGREEMENT in found.standing
    assert Standing.MORE_TIME_NEEDS_GOOD_REASON not in found.standing


@pytest.mark.parametrize(
    ("days", "why", "field"),
    [
        ({"acknowledged": date(2026, 11, 20)}, Why.ACKNOWLEDGED_BEFORE_RECEIVED, "acknowledged"),
        ({"extended_to": LATEST}, Why.MORE_TIME_HALF_TOLD, "told_on"),
        ({"told_on": DUE}, Why.MORE_TIME_HALF_TOLD, "extended_to"),
        ({"extended_to": LATEST, "told_on": date(2026, 11, 20)}, Why.TOLD_BEFORE_RECEIVED, "told_on"),
        (
            {"extended_to": DUE, "told_on": DUE, "acknowledged": ACKNOWLEDGED},
            Why.NOT_LATER_THAN_DUE,
            "extended_to",
        ),
        ({"as_of": date(2026, 11, 22)}, Why.DATE_IN_THE_FUTURE, "received"),
        ({"acknowledged": ACKNOWLEDGED, "as_of": MONDAY}, Why.DATE_IN_THE_FUTURE, "acknowledged"),
    ],
)
def test_dates_out_of_order_are_refused_beside_their_field(days, why, field):
    with pytest.raises(Refused) as refusal:
        england(**days)

    assert [(gap.why, gap.field) for gap in refusal.value.gaps] == [(why, field)]


def test_a_year_nobody_knows_is_refused():
    with pytest.raises(UnknownYear):
        england(date(2026, 11, 23), acknowledged=date(2040, 1, 1))


@given(terms, stages, days, days)
def test_what_is_received_later_is_never_due_earlier(terms, stage, one, other):
    earlier, later = (clock(terms, stage, day) for day in sorted((one, other)))

    assert earlier.respond_by <= later.respond_by


@given(terms, stages, days, st.integers(0, 60))
def test_every_date_is_a_working_day_and_the_target_never_lies_beyond_the_limit(terms, stage, day, wait):
    found = clock(terms, stage, day, acknowledged=day + timedelta(days=wait))

    assert found.respond_by_as_if_on_time <= found.respond_by
    for each in (found.acknowledge_by, found.respond_by, found.latest_with_extension):
        assert each is None or (terms.calendar.is_working_day(each) and each > day)


@given(stages, days, st.integers(0, 60), st.integers(1, 90), st.integers(0, 90))
def test_more_time_moves_the_date_only_when_told_by_the_date_first_due(stage, day, wait, more, told):
    acknowledged = day + timedelta(days=wait)
    first_due = england(day, stage, acknowledged=acknowledged).respond_by
    new_date = first_due + timedelta(days=more)

    found = england(day, stage, acknowledged=acknowledged, extended_to=new_date, told_on=day + timedelta(days=told))

    in_time = day + timedelta(days=told) <= first_due
    assert found.respond_by == (new_date if in_time else first_due)
