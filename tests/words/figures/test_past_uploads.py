"""What a file of the past says is shown in words, whichever of its columns it has."""

from __future__ import annotations

from app.domain.figures.columns import COLUMNS
from app.words.figures.past_uploads import column_called


def test_every_column_is_called_something_else_than_its_key():
    called = [column_called(each, "en") for each in COLUMNS]

    assert len({*called}) == len(COLUMNS)
    assert not {*called} & {*COLUMNS}
