"""The record of the landlord's own affairs: settings, staff. Facts and numbers only, no names."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord import landlord, staff
from app.domain.record import facts, kind_of
from app.store import record

LANDLORD = "landlord"


def note(session: Session, event: landlord.Event | staff.Event, deed: Deed) -> None:
    """Append an event to its stream: `landlord`, or `staff:3`."""
    stream = LANDLORD if isinstance(event, landlord.Event) else f"staff:{event.staff}"
    record.append(session, record.head_of(session, stream), [(kind_of(type(event)), facts(event))], deed)
