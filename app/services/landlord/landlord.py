"""What the landlord says of itself, read and set."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.landlord import Landlord, faults
from app.domain.refused import refuse_if
from app.store.landlord import landlord as store
from app.store.landlord.landlord import Logo


def current(session: Session) -> Landlord:
    """Return what the landlord says of itself now: the defaults before it was first set."""
    return store.find(session) or Landlord()


def put(session: Session, landlord: Landlord, deed: Deed) -> None:
    """Keep these settings; raises Refused with every fault found (3.1, rulings 3 and 27, WCAG 1.4.3)."""
    refuse_if(faults(landlord))
    store.keep(session, landlord, deed.at)


def logo(session: Session) -> Logo | None:
    """Return the landlord's picture, if it has given one."""
    return store.logo(session)
