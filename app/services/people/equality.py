"""Keep what somebody says of themselves, where nothing leads back to their case (Equality Act 2010, section 149)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.people.equality import Age, Disabled, Ethnicity
from app.services import keys
from app.store.people import equality


def tell(session: Session, age: Age | None, disabled: Disabled | None, ethnicity: Ethnicity | None, deed: Deed) -> None:
    """Keep the answers that were given, once for the key of the deed; none at all leaves nothing behind."""
    given = [each.value if each else "" for each in (age, disabled, ethnicity)]

    def act() -> keys.Answer:
        equality.add(session, deed.on.year, *given)
        return {}

    if any(given):
        keys.once(session, deed, act)
