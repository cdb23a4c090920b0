"""Let a contractor's person write the answer of Stage 1 for us (5.4, 5.5)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import third_parties
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories
from app.services.mail import jobs
from app.store.landlord import staff


def name(session: Session, reference: str, number: int | None, deed: Deed) -> None:
    """Say which of a contractor's people writes it, or that none does; raises Refused, or Changed (5.4, 5.8)."""
    hired = {each.id for each in staff.of_contractors(session)}
    with histories.opened(session, reference, deed, Part.THIRD_PARTY, Part.ANSWER) as case:
        case.add(third_parties.name(case.complaint, number, hired))
        jobs.tell(case)
