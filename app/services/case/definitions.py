"""Say whether we understood, and correct what we understood: a new version that moves no date (5.6, ruling 9)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import definitions
from app.domain.case.definitions import DefinitionDraft
from app.domain.case.understood import Understood
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.acknowledgements import NOTICES
from app.services.mail import letters


def answer_understanding(
    session: Session, reference: str, party: int, answer: Understood | None, words: str, deed: Deed
) -> None:
    """Record whether we understood; raises Refused for "partly" or "no" without words, or Changed (5.6)."""
    with histories.opened(session, reference, deed, Part.DEFINITION) as case:
        case.add(
            definitions.answer_understanding(
                case.complaint, party, answer, words, terms=case.terms, deed=deed, write=case.write
            )
        )


def correct(session: Session, reference: str, draft: DefinitionDraft, deed: Deed) -> int:
    """Issue a new version of what we understood and return its letter's number; raises Refused or Changed (5.6)."""
    with histories.opened(session, reference, deed, Part.DEFINITION, Part.END) as case:
        corrected = definitions.correct(case.complaint, draft, case.write)
        case.add(corrected)
        return letters.issue(case, NOTICES[corrected.stage], corrected.stage, corrected)
