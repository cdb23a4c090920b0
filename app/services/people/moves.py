"""The resident has moved: nothing goes to the old home from that very transaction on (rulings 1 and 7)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import elsewhere as heard_of
from app.domain.people import moves
from app.domain.people.contacts import OldWay
from app.domain.people.elsewhere import Heard
from app.domain.people.moves import StillWanted
from app.domain.people.preferences import Way
from app.services.case import histories
from app.services.case.histories import Case
from app.services.people import contacts, deaths, elsewhere


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """What staff write down: when, whether the old home is safe for the resident, and where letters may go now."""

    moved_on: date | None
    old_home_is_safe: OldWay | None
    letters_to: str = ""


def record(
    session: Session, reference: str, party: int, draft: MoveDraft, deed: Deed, others: Collection[str] = ()
) -> None:
    """Record that the resident has moved: what was to be posted goes another safe way; raises Refused, or Changed.

    Unless the old home was clearly said to be safe, their sign-ins and return code end too: either may lie there. A
    new address is used once staff have checked who gave it. The same is done in these `others` of theirs; in those
    that who acts may not see nothing goes to the old home either, and somebody looks who may.
    """
    with elsewhere.opened(session, reference, party, others, deed, Part.PARTIES, Part.PROMISES) as them:
        _record(them.case, party, draft)
        for other in filter(elsewhere.is_resident, them.chosen):
            if not other.case.complaint.party(other.party).is_gone:
                _record(*other, draft)
        safe = draft.old_home_is_safe or OldWay.NOT_SURE
        for hidden in them.hidden:
            elsewhere.hear(hidden, Heard.MOVE, lambda case, number: _leave_the_old_home(case, number, safe))


def _record(case: Case, party: int, draft: MoveDraft) -> None:
    at = draft.moved_on, draft.old_home_is_safe
    moved = moves.record(case.complaint, party, *at, terms=case.terms, deed=case.deed)
    case.add(moved)
    _leave_the_old_home(case, party, moved.old_home_is_safe)
    if draft.letters_to.strip():
        contacts.give_unchecked(case, party, Way.LETTER, draft.letters_to, moved.old_home_is_safe)


def _leave_the_old_home(case: Case, party: int, safe: OldWay) -> None:
    contacts.bar_way(case, party, Way.LETTER)
    if safe is not OldWay.YES:
        deaths.shut_out(case, party)


def not_theirs(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Write down that who moved was somebody else; raises Refused, or Changed. An address that was barred stays so."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(heard_of.dismiss(case.complaint, party, Heard.MOVE, words, write=case.write))


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
