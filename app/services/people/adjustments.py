"""Ask for what would make it easier, and put it in place (5.10)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import adjustments
from app.domain.people.adjustments import Need
from app.services.case import histories


def ask(session: Session, reference: str, party: int, needs: tuple[Need, ...], words: str, deed: Deed) -> None:
    """Lay each need on staff with a date; raises Refused for none (5.10)."""
    with histories.opened(session, reference, deed) as case:
        case.add(*adjustments.ask(case.complaint, party, needs, words, terms=case.terms, deed=deed, write=case.write))


def settle(session: Session, reference: str, adjustment: int, how: str, deed: Deed) -> None:
    """Write down what was put in place; raises Refused without words, or Changed (5.10)."""
    with histories.opened(session, reference, deed, Part.ADJUSTMENTS) as case:
        case.add(adjustments.settle(case.complaint, adjustment, how, case.write))
