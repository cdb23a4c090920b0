"""A figure beside that of the period before: risen or fallen, from what, and by how much."""

from __future__ import annotations

import pytest

from app.words.figures import compared
from app.words.figures.voices import Voice
from tests.domain.figures.test_reconciliation import WHOLE


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (10, 104, ["That is down from 104 in the period before ({}), by 94 (90.4%)."]),
        (5, 0, ["That is up from 0 in the period before ({})."]),
        (0, 1, ["That is down from 1 in the period before ({}), by 1 (100.0%)."]),
        (3, 1, ["That is up from 1 in the period before ({}), by 2 (200.0%)."]),
        (4, 4, ["That is as many as in the period before ({})."]),
        (0, 0, ["That is as many as in the period before ({})."]),
        (None, 4, []),
        (4, None, []),
    ],
)
def test_a_count_is_said_to_have_risen_or_fallen_by_how_many_and_by_which_share(now, before, said):
    voice = Voice(WHOLE | {"as_of": "2028-01-01"}, "en")

    assert list(compared.counts(voice, now, before)) == [each.format(voice.before) for each in said]
