"""What is different between two letters."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from app.domain.case.differences import Difference, differences

LINES = st.lists(st.sampled_from(["We agree.", "We are sorry.", "It took nine days.", "We pay you £50."]), max_size=6)


def test_a_line_that_changed_stands_beside_what_it_was():
    found = differences(["We agree.", "Our policy.", "Sorry."], ["We agree.", "Our repairs policy.", "Sorry."])

    assert found == (Difference(("Our policy.",), ("Our repairs policy.",)),)


@given(LINES, LINES)
def test_nothing_is_left_out_and_nothing_is_made_up(before, after):
    found = differences(before, after)

    assert (found == ()) == (before == after)
    for each in found:
        assert each.before != each.after
    was, now = (sum(len(getattr(each, side)) for each in found) for side in ("before", "after"))
    assert len(before) - was == len(after) - now
