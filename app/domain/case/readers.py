"""Who may read what of a case: the resident all of it; who speaks for them, once that is confirmed (3.6, ruling 6)."""

from __future__ import annotations

from app.domain.case.state import LetterState
from app.domain.mail.notices import OF_ENQUIRERS, OF_RESTRICTIONS, WRITTEN_DUTIES, Notice
from app.domain.people.parties import PartyState, Role

SHARED = WRITTEN_DUTIES | {Notice.RECEIPT, Notice.WITHDRAWN, Notice.PROMISE_DRAFTED, Notice.WAS_IT_FIXED, Notice.SURVEY}
"""Letters about the complaint itself; what concerns one person's safety or sign-in stays theirs."""


def may_read_case(viewer: PartyState) -> bool:
    """Return whether this party is shown more than how far the complaint is (ruling 6)."""
    return viewer.may_act


def may_follow(viewer: PartyState) -> bool:
    """Return whether this party is told how far it is: an MP or councillor hears that in our letters (3.6)."""
    return not viewer.only_enquires


def may_read_letter(viewer: PartyState, letter: LetterState) -> bool:
    """Return whether this party may read a letter: their own, or one about the complaint they may read."""
    if letter.party == viewer.number:
        return True
    if letter.notice is Notice.MESSAGE or letter.notice in OF_RESTRICTIONS | OF_ENQUIRERS:
        return False  # it is between us and one party, and no other may see it
    return may_read_case(viewer) and (viewer.role is Role.RESIDENT or letter.notice in SHARED)
