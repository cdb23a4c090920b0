"""A date explains itself: what it was counted from, and which weekdays did not count."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock.deadlines import clock
from app.domain.clock.explanations import Counted, End, Moved, Start, explain
from app.domain.clock.profiles import Stage
from tests.calendars import ENGLISH_TERMS, SCOTTISH_TERMS

CHRISTMAS = (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))
WEDNESDAY = date(2026, 12, 23)


def steps(received=WEDNESDAY, stage=Stage.ONE, terms=ENGLISH_TERMS, **days):
    return {step.end: step for step in explain(clock(terms, stage, received, **days)) if isinstance(step, Counted)}


def test_an_answer_names_every_bank_holiday_on_its_way():
    step = steps(acknowledged=WEDNESDAY)[End.DUE]

    assert step == Counted(Start.ACKNOWLEDGED, WEDNESDAY, 10, CHRISTMAS, End.DUE, date(2027, 1, 11))


def test_without_an_acknowledgement_the_step_says_what_it_counts_from():
    step = steps()[End.DUE]

    assert (step.start, step.start_day) == (Start.LAST_DAY_TO_ACKNOWLEDGE, date(2027, 1, 4))


def test_only_a_late_acknowledgement_has_a_target_to_explain():
    late = steps(acknowledged=date(2027, 1, 6))[End.DUE_AS_IF_ON_TIME]

    assert (late.start, late.end_day) == (Start.LAST_DAY_TO_ACKNOWLEDGE, date(2027, 1, 18))
    assert End.DUE_AS_IF_ON_TIME not in steps(acknowledged=WEDNESDAY)


def test_the_latest_day_is_counted_from_the_date_first_due():
    step = steps(acknowledged=WEDNESDAY)[End.LATEST_WITH_MORE_TIME]

    assert (step.start, step.start_day, step.days) == (Start.FIRST_DUE, date(2027, 1, 11), 10)


def test_a_new_date_told_too_late_is_told_so():
    found = clock(
        ENGLISH_TERMS,
        Stage.ONE,
        WEDNESDAY,
        acknowledged=WEDNESDAY,
        extended_to=date(2027, 1, 20),
        told_on=date(2027, 1, 12),
    )

    moved = [step for step in explain(found) if isinstance(step, Moved)]

    assert moved == [Moved(date(2027, 1, 12), date(2027, 1, 11), date(2027, 1, 20), in_time=False)]


def test_scotland_counts_from_receipt_and_has_no_cap_to_explain():
    found = steps(stage=Stage.TWO, terms=SCOTTISH_TERMS)

    assert found[End.DUE].start is Start.RECEIVED
    assert End.LATEST_WITH_MORE_TIME not in found


@given(
    st.sampled_from([ENGLISH_TERMS, SCOTTISH_TERMS]),
    st.sampled_from(Stage),
    st.dates(date(2026, 1, 1), date(2027, 6, 1)),
)
def test_the_explanation_arrives_at_the_dates_it_explains(terms, stage, received):
    found = clock(terms, stage, received)

    explained = steps(received, stage, terms)

    assert explained[End.DUE].end_day == found.respond_by
    assert [step.end_day for end, step in explained.items() if end is End.ACKNOWLEDGE_BY] == [
        day for day in [found.acknowledge_by] if day
    ]
