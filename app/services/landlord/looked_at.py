"""Who of the staff opened or took away which case: residents may ask, and the landlord must be able to say."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.store.landlord import looked_at
from app.store.landlord.looked_at import Look

ONE_LOOK = timedelta(hours=1)
KEPT_FOR = timedelta(days=6 * 365)


class How(Enum):
    """What was done with the case."""

    OPENED = "opened"
    EXPORTED = "exported"


def is_news(session: Session, case_id: int, how: How, deed: Deed, *, few: bool = False) -> bool:
    """Return whether this look is to be noted: opening a page again within the hour is still the same look.

    Of a case that `few` may see, every page that is opened is noted (ruling 4).
    """
    staff_id = deed.by.staff_id
    if staff_id is None:
        return False
    return how is How.EXPORTED or few or not looked_at.since(session, staff_id, case_id, how.value, deed.at - ONE_LOOK)


def note(session: Session, case_id: int, how: How, deed: Deed) -> None:
    """Keep that a member of staff looked at a case."""
    if deed.by.staff_id is not None:
        looked_at.add(session, deed.by.staff_id, case_id, how.value, deed.at)


def of_case(session: Session, case_id: int) -> list[Look]:
    """Return who looked at a case and when, the latest first."""
    return looked_at.of_case(session, case_id)


def forget(session: Session, at: datetime) -> None:
    """Forget looks of more than six years ago."""
    looked_at.forget(session, at - KEPT_FOR)
