"""The register of what was not accepted: listed, and taken away as a file, which is noted (2.1, 8.1)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.services.landlord import looked_at
from app.services.landlord.looked_at import How
from app.store.case import refusals
from app.store.case.refusals import RefusalLine
from app.store.landlord.staff import Member
from app.store.pages import Page, Place

VIEWS = tuple(refusals.VIEWS)


def lines(session: Session, me: Member, view: str, place: Place) -> Page[RefusalLine]:
    """Return a page of the register, the newest complaint first."""
    return refusals.lines(session, me, view, place)


def take_away(session: Session, me: Member, view: str, deed: Deed) -> Sequence[RefusalLine]:
    """Return the whole register, and note of each case in it that it was taken away."""
    found = list(refusals.every(session, me, view))
    for case_id in sorted({each.case_id for each in found}):
        looked_at.note(session, case_id, How.EXPORTED, deed)
    return found
