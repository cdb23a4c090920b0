"""Who complained three times within a year is visited or rung, and asked what would help (domain.md, 3)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import visits
from app.domain.case.duplicates import same_name
from app.domain.case.visits import LOOK_BACK, VisitDraft
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.people.parties import Person
from app.store.case import visits as store
from app.words.tokens import sought, tokens


def look(case: Case, resident: Person) -> None:
    """Have somebody visit, where this new complaint is one too many for the person or the home."""
    before = _before(case, resident) - {case.id}
    if len(before) + 1 < visits.OFTEN or store.is_wanted(case.session, before):
        return
    wanted = visits.want(case.complaint, len(before) + 1, terms=case.terms, deed=case.deed)
    if wanted is not None:
        case.add(wanted)


def _before(case: Case, resident: Person) -> set[int]:
    """Return the complaints of the last year from the same home, or from somebody of this name and postcode."""
    since, home = case.deed.on - LOOK_BACK, case.complaint.home
    found = {each.id for each in store.of_home(case.session, home, since)} if home is not None else set()
    name, postcode = set(tokens(resident.name)), resident.postcode.strip().upper()
    if name and postcode:
        words = sought(f"{resident.name} {postcode}")
        theirs = store.at_postcode(case.session, words, postcode, since)
        found |= {each.id for each in theirs if same_name(name, set(tokens(each.name)))}
    return found


def make(session: Session, reference: str, draft: VisitDraft, deed: Deed) -> None:
    """Note what came of the visit; raises Refused, or Changed (5.12)."""
    with histories.opened(session, reference, deed, Part.VISIT) as case:
        case.add(visits.make(case.complaint, draft, deed=deed, write=case.write))
