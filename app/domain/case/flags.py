"""What whoever takes up a complaint must know before anything else: danger, safety, language, needs (3.2, 5.10)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from app.domain.case.files import unseen
from app.domain.case.kinds import Concern
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Danger
from app.domain.clock.duties import letters_gone
from app.domain.clock.hazard_states import to_do
from app.domain.landlord.landlord import ENGLISH
from app.domain.mail.addressees import nobody_known
from app.domain.people.preferences import Preferences, Safe, nothing_safe

RESIDENT = 1
"""The party whose complaint it is."""


class Flag(Enum):
    """One thing to mind."""

    DANGER_NOW = "danger_now"
    DANGER_SOON = "danger_soon"
    HAZARD = "hazard"
    NO_SAFE_WAY = "no_safe_way"
    TAKE_CARE = "take_care"
    LANGUAGE = "language"
    NEEDS = "needs"
    MESSAGE = "message"
    FILE = "file"
    RESTRICTED = "restricted"
    RISK = "risk"
    VULNERABLE = "vulnerable"
    COMPLEX = "complex"


FOUND_BY_TRIAGE = {
    Concern.RISK: Flag.RISK,
    Concern.VULNERABLE: Flag.VULNERABLE,
    Concern.COMPLEX: Flag.COMPLEX,
}
"""What triage said of a case (6.1), the gravest first."""


def flags(complaint: Complaint) -> tuple[Flag, ...]:
    """Return what to mind in a case, the gravest first."""
    few = () if complaint.restriction is None else (Flag.RESTRICTED,)
    return *few, *_found(complaint, preferences(complaint))


def preferences(complaint: Complaint) -> Preferences | None:
    """Return how the resident may be reached, None when they have not said."""
    return next((party.preferences for party in complaint.parties if party.number == RESIDENT), None)


def _found(complaint: Complaint, reached: Preferences | None) -> Iterator[Flag]:
    if complaint.danger is Danger.NOW:
        yield Flag.DANGER_NOW
    if complaint.danger is Danger.SOON:
        yield Flag.DANGER_SOON
    if any(to_do(hazard, letters_gone(complaint)) for hazard in complaint.hazards):
        yield Flag.HAZARD
    yield from (flag for concern, flag in FOUND_BY_TRIAGE.items() if concern in complaint.intake.concerns)
    yield from _of_reaching(complaint, reached)
    if complaint.adjustments:
        yield Flag.NEEDS
    if any(message.waits for message in complaint.messages):
        yield Flag.MESSAGE
    if unseen(complaint.files):
        yield Flag.FILE


def _of_reaching(complaint: Complaint, reached: Preferences | None) -> Iterator[Flag]:
    if reached is None:
        yield from () if nobody_known(complaint) else (Flag.NO_SAFE_WAY,)
        return
    if nothing_safe(reached):
        yield Flag.NO_SAFE_WAY
    elif reached.safe is not Safe.YES or reached.cautions:
        yield Flag.TAKE_CARE
    if reached.language != ENGLISH:
        yield Flag.LANGUAGE
