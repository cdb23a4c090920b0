"""When a complaint is over, and what counts as a copy of words that were taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.case import erasures
from app.domain.case.copies import shares
from app.domain.case.state import Complaint
from app.domain.case.threads import MessageState
from app.domain.said import Said

REMOVED = "My neighbour Bob Smith shouts at night"


def test_a_history_without_letters_or_promises_ends_too():
    ended = date(2026, 12, 8)

    assert erasures.ended_on(replace(Complaint(), ended_on=ended)) == ended


def test_what_was_said_after_the_end_is_kept_as_long_as_the_rest():
    thanks = MessageState(1, 1, Said(1, ""), datetime(2027, 1, 4, 23, 30, tzinfo=UTC))
    ended = replace(Complaint(), ended_on=date(2026, 12, 8), messages=(thanks,))

    assert erasures.ended_on(ended) == date(2027, 1, 4)


@pytest.mark.parametrize(
    "other",
    [
        REMOVED,
        "MY NEIGHBOUR, Bob Smith, shouts – at night!",
        "You told us that my neighbour Bob Smith shouts.",
        "Bob Smith",
    ],
)
def test_the_same_words_or_a_long_run_of_them_are_a_copy(other):
    assert shares(REMOVED, other)


@pytest.mark.parametrize("other", ["", "Night", "My neighbour shouts at night", "The boiler is broken"])
def test_other_words_are_none(other):
    assert not shares(REMOVED, other)


def test_words_without_spaces_are_a_copy_when_they_are_the_same():
    assert shares("ਗੁਆਂਢੀ", "ਗੁਆਂਢੀ")
    assert not shares("", "")
