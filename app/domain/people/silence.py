"""What ends when nothing may go to somebody any more: they have died, or speak for the resident no longer."""

from __future__ import annotations

from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind
from app.domain.people.contact_limits import ended
from app.domain.people.limits import ContactLimitStanding


def silenced(complaint: Complaint, party: int, on: date) -> Complaint:
    """Return the complaint with nothing left to send to somebody, to ring them about, or to hold them to."""
    for letter in complaint.letters:
        if letter.party == party and letter.sent_on is None:
            complaint = complaint.with_letter(letter.number, way=None)
    for each in complaint.contact_limits:
        if each.party == party and each.standing is ContactLimitStanding.PROPOSED:
            complaint = complaint.without_task(DutyKind.APPROVE_RESTRICTION, each.number)
        if each.party == party and each.standing in (ContactLimitStanding.PROPOSED, ContactLimitStanding.AGREED):
            complaint = ended(complaint, each.number, on)
    return complaint
