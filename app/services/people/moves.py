"""The resident has moved: nothing goes to the old home from that very transaction on (rulings 1 and 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import moves
from app.domain.people.contacts import OldWay
from app.domain.people.moves import StillWanted
from app.domain.people.preferences import Way
from app.services.case import histories
from app.services.people import contacts, deaths


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """What staff write down: when, whether the old home is safe for the resident, and where letters may go now."""

    moved_on: date | None
    old_home_is_safe: OldWay | None
    letters_to: str = ""


def record(session: Session, reference: str, party: int, draft: MoveDraft, deed: Deed) -> None:
    """Record that the resident has moved: what was to be posted goes another safe way; raises Refused, or Changed.

    Unless the old home was clearly said to be safe, their sign-ins and return code end too: either may lie there. A
    new address is used once staff have checked who gave it.
    """
    with histories.opened(session, reference, deed, Part.PARTIES, Part.PROMISES) as case:
        moved = moves.record(case.complaint, party, draft.moved_on, draft.old_home_is_safe, terms=case.terms, deed=deed)
        case.add(moved)
        contacts.bar_way(case, party, Way.LETTER)
        if moved.old_home_is_safe is not OldWay.YES:
            deaths.shut_out(case, party)
        if draft.letters_to.strip():
            contacts.give_unchecked(case, party, Way.LETTER, draft.letters_to, moved.old_home_is_safe)


def ask(
    session: Session,
    reference: str,
    number: int,
    answer: StillWanted | None,
    replaced_by: int,
    words: str,
    deed: Deed,
) -> None:
    """Keep what the resident says of a promise after they moved; raises Refused, or Changed (rulings 7 and 23)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        events = moves.ask(case.complaint, number, answer, replaced_by, words, deed=deed, write=case.write)
        case.add(*events)
