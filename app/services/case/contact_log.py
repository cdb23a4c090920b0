"""Keep who was reached, who was tried and who wants to be rung (ruling 25)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import contact_log
from app.domain.case.contact_log import ContactDraft
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories


def log(session: Session, reference: str, draft: ContactDraft, deed: Deed) -> None:
    """Keep one contact; raises Refused for a part that is missing."""
    with histories.opened(session, reference, deed) as case:
        case.add(contact_log.log(case.complaint, draft, deed=deed, write=case.write))


def ask_call_back(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Lay on staff that they ring by the next working day; raises Refused where no number is known (ruling 2)."""
    with histories.opened(session, reference, deed) as case:
        case.add(contact_log.ask_call_back(case.complaint, party, words, terms=case.terms, deed=deed, write=case.write))


def decline(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Keep that they need not talk before our answer; raises Refused when none is due, or Changed (ruling 25)."""
    with histories.opened(session, reference, deed, Part.CONTACT_LOG) as case:
        case.add(contact_log.decline(case.complaint, party))
