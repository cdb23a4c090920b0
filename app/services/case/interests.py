"""Conflicts of interest, declared by who has a complaint in hand (5.8)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import interests
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories


def declare(session: Session, reference: str, conflict: bool | None, words: str, deed: Deed) -> None:
    """Keep what somebody declares for themselves; raises Refused without an answer or its words (5.8)."""
    with histories.opened(session, reference, deed, Part.INTERESTS) as case:
        case.add(interests.declare(case.complaint, conflict, words, deed=deed, write=case.write))
