"""Read the points back to whoever told us in a recording or a photo, before they are final (ruling 28)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import read_backs
from app.domain.case.read_backs import ReadBackDraft
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories


def read_back(session: Session, reference: str, draft: ReadBackDraft, deed: Deed) -> None:
    """Keep that the points were read back; raises Refused for a part that is missing, or Changed (5.6)."""
    with histories.opened(session, reference, deed, Part.DEFINITION) as case:
        case.add(read_backs.read_back(case.complaint, draft, terms=case.terms, deed=deed, write=case.write))
