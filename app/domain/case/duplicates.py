"""Whether a complaint may be one that we have already: staff are shown those that are alike, and they decide."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta
from enum import Enum

LOOK_BACK = timedelta(days=365)
MOSTLY = 0.6
FEW = 4


class Likeness(Enum):
    """In what a complaint is like another."""

    NAME = "name"
    HOME = "home"
    WORDS = "words"


def since(today: date) -> date:
    """Return the day from which complaints are looked at: twelve months back."""
    return today - LOOK_BACK


def same_name(ours: Set[str], theirs: Set[str]) -> bool:
    """Return whether two names have the same words, in whichever order."""
    return bool(ours) and ours == theirs


def same_words(ours: Set[str], theirs: Set[str]) -> bool:
    """Return whether two texts share most of their words; a few words are too little to tell."""
    if min(len(ours), len(theirs)) < FEW:
        return False
    return len(ours & theirs) / len(ours | theirs) >= MOSTLY
