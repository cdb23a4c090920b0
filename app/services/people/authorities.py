"""Let somebody speak for the resident, once the resident has said so (3.6, ruling 6)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import parties
from app.services.case import histories


def confirm(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Record that this party may speak for the resident; raises Refused when nobody waits for it, or Changed (3.6)."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(parties.confirm_authority(case.complaint, party, deed))
