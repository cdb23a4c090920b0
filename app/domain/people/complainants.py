"""Who complained, where a case was brought in from a list that names nobody: added once, then a case like any."""

from __future__ import annotations

from app.domain.case.state import Complaint
from app.domain.mail.addressees import nobody_known
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Refused


def may_be_added(complaint: Complaint) -> bool:
    """Return whether a case that is not over lacks whoever complained."""
    over = complaint.ended is not None or complaint.intake.ended_on is not None or complaint.erased_on is not None
    return nobody_known(complaint) and not over


def refuse_another(complaint: Complaint) -> None:
    """Raise Refused where somebody is known already, or nothing goes on (5.6, 5.10)."""
    if not may_be_added(complaint):
        raise Refused(PeopleWhy.COMPLAINANT_KNOWN)
