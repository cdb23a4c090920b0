"""Coming back without an account: what a code looks like, and how long it is good for (ASVS 6.5)."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

DIGITS = 6
CHOSEN_DIGITS = 4
"""Of the number that a resident chooses, to go with their return code."""
GOOD_FOR = timedelta(minutes=10)  # ASVS 6.5: no longer than ten minutes


def digits(typed: str) -> str:
    """Return the digits somebody typed, of whatever script, without what stands between them."""
    return "".join(str(int(character)) for character in typed if character.isdecimal())


def is_code(typed: str) -> bool:
    """Return whether this could be a code: six digits, spaces and dashes apart."""
    apart = set(" -\u2010\u2011\u2012\u2013\u2014\u00a0")
    return len(digits(typed)) == DIGITS and all(each.isdecimal() or each in apart for each in typed)


def is_good(good_until: datetime | None, at: datetime) -> bool:
    """Return whether a code still lets somebody in at this instant; one that was never sent does not."""
    return good_until is not None and at < good_until


def easy_to_guess(four: str) -> bool:
    """Return whether these are four digits that anybody would try first: one digit, a run, a pair twice, a year."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(four)}
    return steps in ({0}, {1}, {9}) or four[:2] == four[2:] or four[:2] in ("19", "20")
