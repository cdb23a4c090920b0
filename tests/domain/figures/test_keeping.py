"""Figures are counted before anybody asks: first what nobody counted, then what changed, and nothing too often."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.figures import keeping
from app.domain.figures.keeping import Place, Standing, Work
from app.domain.figures.periods import Basis, Period

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
YEAR, LAST_YEAR = Period(date(2026, 4, 1), date(2027, 3, 31)), Period(date(2025, 4, 1), date(2026, 3, 31))
PLACES = keeping.places(AT.date())
FIRST, SECOND, THIRD = PLACES[:3]
HOLDS = Standing("same", AT - MINUTE, AT)
CHANGED = Standing("another", AT - MINUTE, AT)
LATER = Standing("another", AT - MINUTE, AT + MINUTE)


def test_what_has_a_name_is_counted_by_both_bases_and_what_a_page_begins_with_comes_first():
    assert PLACES[:3] == (Place(YEAR, Basis.RECEIVED), Place(YEAR, Basis.EVENT), Place(LAST_YEAR, Basis.RECEIVED))
    assert len(set(PLACES)) == 8


@pytest.mark.parametrize(
    ("kept", "due", "work"),
    [
        ({}, True, Work((), (), FIRST)),
        ({FIRST: HOLDS}, True, Work((), (FIRST,), SECOND)),
        ({FIRST: HOLDS, SECOND: HOLDS}, True, Work((), (FIRST, SECOND))),
        ({FIRST: HOLDS, SECOND: CHANGED}, True, Work((), (FIRST,), SECOND)),
        ({FIRST: CHANGED, SECOND: CHANGED._replace(looked_at=AT - 2 * MINUTE)}, True, Work((), (), SECOND)),
        ({FIRST: LATER, SECOND: LATER}, False, Work()),
        ({FIRST: LATER, SECOND: LATER, THIRD: HOLDS}, True, Work((THIRD,), ())),
    ],
)
def test_what_nobody_counted_comes_first_and_then_what_was_looked_at_longest_ago(kept, due, work):
    wanted = (FIRST, SECOND)

    assert keeping.is_due(kept, wanted, AT) is due
    assert keeping.work(kept, wanted, "same", AT) == work


@pytest.mark.parametrize(("took", "after"), [(0.1, 60), (1.5, 60), (4.5, 180)])
def test_the_longer_they_take_to_count_the_longer_they_are_left_alone(took, after):
    assert keeping.again_after(timedelta(seconds=took)) == timedelta(seconds=after)


def test_figures_of_which_nobody_knows_any_more_whether_they_are_right_are_not_shown():
    assert keeping.holds(AT, AT + timedelta(minutes=59))
    assert not keeping.holds(AT, AT + timedelta(minutes=60))
