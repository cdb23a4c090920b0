"""Close a complaint once nothing is left to do, and write to its resident what was done (6.6, 9.1)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import closures
from app.domain.case.closures import ClosingDraft
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.landlord import landlord
from app.services.mail import letters

PARTS = (Part.END, Part.PROMISES, Part.OFFERS, Part.ANSWER, Part.STAGE_2)


def close(session: Session, reference: str, draft: ClosingDraft, deed: Deed) -> int:
    """Close it and return the number of the closing letter; raises Refused while something is left, or Changed."""
    causes = {each.key for each in landlord.current(session).root_causes if not each.retired}
    with histories.opened(session, reference, deed, *PARTS) as case:
        closed = closures.close(case.complaint, draft, causes, deed=deed, write=case.write)
        case.add(closed)
        return letters.issue(case, Notice.CLOSED, None, closed)
