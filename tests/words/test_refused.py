"""A refusal is read beside its question, so it is short, and does not end in a full stop."""

import pytest

from app.domain.refused import Why
from app.words.refused import WORDS

LONGEST = 100


@pytest.mark.parametrize("why", Why, ids=lambda why: why.code)
def test_a_refusal_fits_beside_its_question(why):
    words = WORDS[why]

    assert len(words) <= LONGEST
    assert words[0].isupper()
    assert not words.endswith(".")


def test_no_two_refusals_sound_alike():
    assert len(set(WORDS.values())) == len(Why)
