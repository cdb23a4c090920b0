"""A refusal is read beside its question, so it is short, and does not end in a full stop."""

import pytest

from app.domain.reasons import Reason
from app.words.refused import WORDS

LONGEST = 100


REASONS = [each for kind in Reason.__subclasses__() for each in kind]


@pytest.mark.parametrize("why", REASONS, ids=lambda why: why.code)
def test_a_refusal_fits_beside_its_question(why):
    words = WORDS[why]

    assert len(words) <= LONGEST
    assert words[0].isupper()
    assert not words.endswith(".")


def test_no_two_refusals_sound_alike():
    assert len(set(WORDS.values())) == len(REASONS)


def test_a_reason_is_found_by_its_code_whatever_it_is_about():
    assert [Reason.coded(each.code) for each in REASONS] == REASONS
    assert Reason.coded("sent_by_nobody") is None
