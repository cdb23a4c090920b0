"""Write down that somebody may be harmed, who was told and how it ended, for those named for it alone (ruling 4)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission, allows
from app.domain.parts import Part
from app.domain.people import safeguarding
from app.domain.people.safeguarding import TellingDraft
from app.domain.people.safeguarding_states import ConcernOutcome
from app.services.case import histories
from app.services.case.histories import Case, NoSuchCase
from app.store.landlord import staff


def raise_concern(session: Session, reference: str, words: str, deed: Deed) -> None:
    """Keep what somebody noticed, and lay it on those named for it today; raises Refused without a word (ruling 4)."""
    with histories.opened(session, reference, deed) as case:
        case.add(safeguarding.raise_concern(case.complaint, words, deed=deed, write=case.write))


def tell(session: Session, reference: str, number: int, draft: TellingDraft, deed: Deed) -> None:
    """Keep who was told; raises Refused for a part missing, Changed, or NoSuchCase for who may not see it."""
    with histories.opened(session, reference, deed, Part.SAFEGUARDING) as case:
        _refuse_others(case)
        case.add(safeguarding.tell(case.complaint, number, draft, deed=deed, write=case.write))


def close(
    session: Session, reference: str, number: int, outcome: ConcernOutcome | None, words: str, deed: Deed
) -> None:
    """Keep what became of it; raises Refused before anybody was told, Changed, or NoSuchCase for who may not see it."""
    with histories.opened(session, reference, deed, Part.SAFEGUARDING) as case:
        _refuse_others(case)
        case.add(safeguarding.close(case.complaint, number, outcome, words, case.write))


def _refuse_others(case: Case) -> None:
    me = staff.present_member(case.session, case.deed.by.staff_id)
    named = me is not None and allows(me.roles, Permission.SAFEGUARD)
    if me is None or not safeguarding.may_see(case.complaint, me.id, named=named):
        raise NoSuchCase(case.reference)
