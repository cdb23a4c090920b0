"""Cases are kept so many at once that nobody waits long: fewer where the last took long, all where they did not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import accumulate, cycle

import pytest

from app.domain.deed import CLOCK, Deed
from app.services.figures.bulk import NewCase
from app.services.figures.passes import FEWEST, LONGEST_HOLD, Doors, Keeper
from app.services.figures.spool import SLICE


@pytest.mark.parametrize(
    ("takes", "at_once"),
    [(0.0, SLICE), (LONGEST_HOLD / 2, SLICE), (LONGEST_HOLD * 2, SLICE // 2), (LONGEST_HOLD * 1000, FEWEST)],
)
def test_how_many_are_kept_at_once_follows_how_long_the_last_ones_took(session, takes, at_once):
    opened = []

    @contextmanager
    def writing() -> Iterator[object]:
        opened.append(1)
        yield session

    times = accumulate(cycle((0.0, takes)))
    keeper = Keeper(Doors(writing, writing, lambda: next(times)))
    cases = [NewCase(str(number), (), ()) for number in range(SLICE)]

    keeper.keep(cases, Deed(CLOCK, datetime(2026, 11, 22, tzinfo=UTC)))

    assert (len(opened), keeper.at_once) == (1, at_once)
