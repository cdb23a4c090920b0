"""Add who complained to a case that was brought in from a list: from then on they are written to like anybody."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import complainants
from app.services.case import histories
from app.services.people import parties
from app.services.people.parties import Person


def add(session: Session, reference: str, person: Person, deed: Deed) -> None:
    """Let whoever complained take part; raises Refused where somebody is known, or a way is not safe, or Changed."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        complainants.refuse_another(case.complaint)
        parties.join(case, person)
