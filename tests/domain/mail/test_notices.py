"""The safe way: safety first, then the main way, then another that lasts, then a call that says there is news."""

import pytest

from app.domain.mail.notices import also_told_by, way_for
from app.domain.people.preferences import Caution, Preferences, Safe, Way

EVERY = frozenset({Way.EMAIL, Way.TEXT, Way.PHONE, Way.LETTER})


@pytest.mark.parametrize(
    ("preferences", "reachable", "way", "also"),
    [
        (Preferences(Safe.YES, (Way.EMAIL, Way.LETTER), Way.LETTER), EVERY, Way.LETTER, None),
        (Preferences(Safe.YES, (Way.PHONE, Way.EMAIL), Way.PHONE), EVERY, Way.EMAIL, Way.PHONE),
        (Preferences(Safe.YES, (Way.PHONE,), Way.PHONE), EVERY, Way.PHONE, None),
        (Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL), frozenset(), None, None),
        (Preferences(Safe.NO, (Way.EMAIL, Way.HERE), Way.EMAIL), EVERY, Way.HERE, None),
        (
            Preferences(Safe.SOME_WAYS, (Way.LETTER, Way.EMAIL), Way.LETTER, cautions=(Caution.NO_LETTERS,)),
            EVERY,
            Way.EMAIL,
            None,
        ),
        (None, EVERY, None, None),
    ],
)
def test_a_letter_goes_by_a_way_that_is_safe(
    preferences: Preferences | None, reachable: frozenset[Way], way: Way | None, also: Way | None
) -> None:
    assert way_for(preferences, reachable) is way
    assert also_told_by(preferences, reachable, way) is also
