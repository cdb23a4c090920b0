"""What staff do with letters by hand: post them, ring about them, and note the ones that came back (ruling 8)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.history import Part
from app.domain.mail import letters as rules
from app.domain.mail.letters import Failed
from app.domain.people.preferences import Way
from app.services.case import histories
from app.services.mail import letters


def post(session: Session, reference: str, number: int, happened_on: date, deed: Deed, way: Way = Way.LETTER) -> None:
    """Record that a letter was posted (or told by phone or text) on a day a person enters; raises Refused, Changed."""
    with histories.opened(session, reference, deed, Part.LETTERS) as case:
        letters.sent(case, number, happened_on, way)


def tell(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Record the call or text that goes beside a letter; raises Refused when none is waiting, or Changed."""
    with histories.opened(session, reference, deed, Part.LETTERS) as case:
        case.add(rules.tell(case.complaint, number, deed=deed))


def come_back(session: Session, reference: str, number: int, deed: Deed, failed: Failed = Failed.RETURNED) -> None:
    """Record that a letter came back: it goes the next safe way, and its duty is open again (ruling 8)."""
    with histories.opened(session, reference, deed, Part.LETTERS) as case:
        letters.came_back(case, number, failed)
