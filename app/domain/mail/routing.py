"""Where a word goes, asked once more right before it is sent: what was safe when it was written may be so no longer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import Enum

from app.domain.case.state import LetterState
from app.domain.mail.letters import Failed
from app.domain.mail.notices import OF_ENQUIRERS
from app.domain.people.parties import PartyState
from app.domain.people.preferences import Detail, Preferences, Way, offered


class Outcome(Enum):
    """What became of a word in the outbox."""

    SENT = "sent"
    NOT_ACCEPTED = "not_accepted"
    NOT_SAFE = "not_safe"
    TOO_LATE = "too_late"
    NOT_NEEDED = "not_needed"
    BY_HAND = "by_hand"


FAILED = {
    Outcome.NOT_ACCEPTED: Failed.NOT_ACCEPTED,
    Outcome.NOT_SAFE: Failed.NOT_SAFE,
    Outcome.TOO_LATE: Failed.NOT_ACCEPTED,
}
"""Outcomes after which a letter goes the next safe way."""


def is_stale(useful_until: datetime | None, at: datetime) -> bool:
    """Return whether a word is of no use any more at this instant."""
    return useful_until is not None and at >= useful_until


def may_go(preferences: Preferences | None, reachable: Collection[Way], way: Way) -> bool:
    """Return whether a word may go this way to a person: they chose it, it is safe, and an address is not barred."""
    if preferences is None or way not in reachable:
        return False
    return way in preferences.ways and way in offered(preferences.safe, preferences.cautions)


def route_letter(letter: LetterState, party: PartyState, reachable: Collection[Way]) -> Detail | Outcome:
    """Return how much the e-mail may say, or why this letter does not go by e-mail now (rulings 1, 2 and 8)."""
    if letter.sent_on is not None or letter.way is not Way.EMAIL or party.silent:
        return Outcome.NOT_NEEDED
    preferences = party.preferences
    theirs = party.may_act or (party.is_enquirer and letter.notice in OF_ENQUIRERS)
    if preferences is None or not theirs or not may_go(preferences, reachable, Way.EMAIL):
        return Outcome.NOT_SAFE
    return preferences.detail
