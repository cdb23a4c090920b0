"""Keep a case from those it is about: who may see it, and that two always can (5.8, ruling 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy.orm import Session

from app.domain.case import complaints, interests, restrictions
from app.domain.case.independence import bar_to_handle
from app.domain.case.restrictions import RestrictionDraft, Staffing
from app.domain.deed import Deed
from app.domain.landlord.permissions import SENIOR, Permission, allows
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.landlord import landlord
from app.store.case import restrictions as store
from app.store.landlord import staff


def staffing(session: Session) -> Staffing:
    """Return who works here now, and how they stand to each other."""
    here = staff.places(session)
    near: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for place in here:
        for other in filter(None, (place.reports_to, place.deputy_for)):
            near[other] |= {place.id}
    by_email = {place.email: place.id for place in here}
    listed = landlord.current(session).restricted_handlers
    return Staffing(
        here=frozenset(place.id for place in here),
        able=frozenset(place.id for place in here if allows(place.roles, Permission.ACKNOWLEDGE)),
        fixed=tuple(by_email[each.lower()] for each in listed if each.lower() in by_email),
        near=near,
        seniors=frozenset(place.id for place in here if place.roles & SENIOR),
    )


def is_restricted(session: Session, case_id: int) -> bool:
    """Return whether only named people may see a case."""
    return store.is_restricted(session, case_id)


def name_concerned(
    session: Session, reference: str, concerned: Collection[int], viewers: Collection[int], deed: Deed
) -> None:
    """Note who is complained of, or decided what is, and keep it from them; raises Refused, or Changed (5.8)."""
    staff.hold(session)
    with histories.opened(session, reference, deed, Part.HANDLER, Part.VIEWERS) as case:
        known = staffing(session)
        case.add(
            *restrictions.name_concerned(case.complaint, concerned, viewers, known, terms=case.terms, deed=case.deed)
        )
        _hand_over(case)


def restrict(session: Session, reference: str, draft: RestrictionDraft, deed: Deed) -> None:
    """Let only named people see a case; raises Refused without a reason or for too few, or Changed (ruling 4)."""
    staff.hold(session)
    with histories.opened(session, reference, deed, Part.VIEWERS) as case:
        case.add(restrictions.restrict(case.complaint, draft, staffing(session), case.write))
        _hand_over(case)


def change_viewers(session: Session, reference: str, viewers: Collection[int], deed: Deed) -> None:
    """Say who may see it from now on; raises Refused for too few, or Changed (ruling 4)."""
    staff.hold(session)
    with histories.opened(session, reference, deed, Part.VIEWERS) as case:
        case.add(restrictions.change_viewers(case.complaint, viewers, staffing(session)))
        _hand_over(case)


def lift(session: Session, reference: str, words: str, deed: Deed) -> None:
    """Let everybody see it again; raises Refused without a reason or while somebody is concerned, or Changed."""
    with histories.opened(session, reference, deed, Part.VIEWERS) as case:
        case.add(restrictions.lift(case.complaint, words, case.write))


def fill_up(session: Session, staff_id: int, deed: Deed) -> None:
    """Add others to the lists of somebody who works here no more, where too few are left.

    Raises Refused when there is nobody to add: they cannot go before somebody else is named (ruling 4).
    """
    known = staffing(session)
    for key in store.of_viewer(session, staff_id):
        with histories.opened(session, key.reference, deed) as case:
            more = restrictions.fill_up(case.complaint, known, terms=case.terms, deed=deed)
            case.add(*([more] if more else []))


def _hand_over(case: Case) -> None:
    """Give it to the first of those who alone may deal with it, where nobody has it who may (ruling 4)."""
    state = case.complaint.restriction
    if state is None or case.complaint.handler is not None:
        return
    free = [each for each in state.handlers if bar_to_handle(case.complaint, each) is None]
    if free:
        case.add(complaints.assign(case.complaint, free[0]))
        case.add(*interests.ask(case.complaint, free[0], terms=case.terms, deed=case.deed))
