"""Mark a promise done, with what proves it (7.3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.history import Part
from app.domain.promises import promises
from app.services.case import histories


def finish(session: Session, reference: str, number: int, happened_on: date, proof: str, deed: Deed) -> None:
    """Mark a promise done; raises Refused without proof or for a date to come, or Changed (7.3)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        case.add(promises.finish(case.complaint, number, happened_on, proof, deed=deed, write=case.write))
