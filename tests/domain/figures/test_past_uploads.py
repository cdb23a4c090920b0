"""A file of the past is brought in once it was checked and has good lines, and somebody left out the bad by a yes."""

from __future__ import annotations

import pytest

from app.domain.figures import past_uploads
from app.domain.figures.import_whys import ImportWhy
from app.domain.figures.past_uploads import LARGEST, Counted, Step
from app.domain.refused import Refused


@pytest.mark.parametrize(
    ("step", "counted", "skip_bad", "why"),
    [
        (Step.CHECKED, Counted(3), False, None),
        (Step.CHECKED, Counted(3, bad=1), True, None),
        (Step.CHECKED, Counted(3, bad=1), False, ImportWhy.BAD_LINES),
        (Step.CHECKED, Counted(3, bad=3), True, ImportWhy.NO_GOOD_LINES),
        (Step.CHECKED, Counted(), False, ImportWhy.NO_GOOD_LINES),
        *((step, Counted(3), True, ImportWhy.NOT_CHECKED) for step in Step if step is not Step.CHECKED),
    ],
)
def test_when_a_file_may_be_brought_in(step, counted, skip_bad, why):
    if why is None:
        assert past_uploads.confirm(step, counted, skip_bad=skip_bad) is Step.BRINGING
        return
    with pytest.raises(Refused) as refused:
        past_uploads.confirm(step, counted, skip_bad=skip_bad)
    assert refused.value.why is why


@pytest.mark.parametrize("step", Step)
def test_a_file_is_thrown_away_before_it_is_brought_in(step):
    if step not in (Step.BRINGING, Step.DONE):
        past_uploads.refuse_to_throw_away(step)
        return
    with pytest.raises(Refused) as refused:
        past_uploads.refuse_to_throw_away(step)
    assert refused.value.why is ImportWhy.CANNOT_BE_THROWN_AWAY


def test_a_file_has_something_in_it_and_is_not_too_large():
    past_uploads.check_size(LARGEST)
    for size, why in ((0, ImportWhy.FILE_IS_EMPTY), (LARGEST + 1, ImportWhy.FILE_TOO_LARGE)):
        with pytest.raises(Refused) as refused:
            past_uploads.check_size(size)
        assert refused.value.why is why
