"""Whom the letters of a complaint go to: who speaks for the resident, else the resident, and nobody who has died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case.kinds import Kind
from app.domain.people.parties import PartyState, Role

if TYPE_CHECKING:
    from app.domain.case.state import Complaint

RESIDENT = 1


def addressee(complaint: Complaint) -> int:
    """Return the party that letters go to: who carries on, or may speak and was given for it, else the resident.

    An MP or councillor has letters of their own: those of the case are theirs only where it is their enquiry.
    """
    theirs = complaint.intake.kind is Kind.ENQUIRY
    given = [party for party in complaint.parties if _is_given_for_it(party) and (theirs or not party.is_enquirer)]
    given.sort(key=lambda party: not party.carries_on)
    return given[0].number if given else RESIDENT


def nobody_to_write_to(complaint: Complaint) -> bool:
    """Return whether who gets the letters has died: nothing goes until it is decided how it goes on (ruling 7)."""
    to = addressee(complaint)
    return any(party.number == to and party.is_gone for party in complaint.parties)


def nobody_known(complaint: Complaint) -> bool:
    """Return whether it was brought in from a list, which names nobody, and nobody was added since."""
    return complaint.past is not None and not complaint.parties


def _is_given_for_it(party: PartyState) -> bool:
    return party.role is Role.REPRESENTATIVE and party.may_act and party.preferences is not None
