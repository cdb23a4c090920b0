"""The record of the landlord's own affairs: settings, staff, homes. Facts and numbers only, no names."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord import landlord, staff
from app.domain.people import homes
from app.domain.record import facts, kind_of
from app.store import record

LANDLORD = "landlord"
HOMES = "homes"


def note(session: Session, event: landlord.Event | staff.Event | homes.Event, deed: Deed) -> None:
    """Append an event to its stream: `landlord`, `homes`, or `staff:3`."""
    match event:
        case landlord.LandlordSet():
            stream = LANDLORD
        case homes.HomesImported():
            stream = HOMES
        case _:
            stream = f"staff:{event.staff}"
    record.append(session, record.head_of(session, stream), [(kind_of(type(event)), facts(event))], deed)
