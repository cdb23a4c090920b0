"""Large figures are counted once a minute; small ones, each time they are asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert

from app.domain.case.state import Complaint
from app.domain.figures.periods import Basis
from app.domain.figures.reports import Asked
from app.services.figures import kept
from app.store.figures.counted import CountedRow, row
from tests.figured import PERIOD, TODAY, a_stage, all_counted
from tests.services.figures.test_reports import filled

AT = datetime(2027, 2, 1, 9, tzinfo=UTC)
ASKED = Asked(PERIOD, Basis.RECEIVED, TODAY, {})


@pytest.mark.parametrize(("large", "after", "counts"), [(1, 59, 1), (1, 60, 2), (2, 1, 2)])
def test_figures_are_kept_for_a_minute_where_they_count_many(database, large, after, counts):
    one = Complaint(received_on=date(2026, 8, 1), stage_1=a_stage(date(2026, 8, 1)))
    with filled(database, [one]) as session:
        first = kept.compute(session, ASKED, "en", AT, large=large)
        other = [row(1, each) | {"stage": 2} for _, each in all_counted([one])]
        session.execute(insert(CountedRow.__table__), other)
        then = kept.compute(session, ASKED, "en", AT + timedelta(seconds=after), large=large)

    received = [sum(stage["received"] for stage in each.document["stages"].values()) for each in (first, then)]
    assert received == [1, counts]
    assert then.counted_at == (AT if counts == 1 else AT + timedelta(seconds=after))
