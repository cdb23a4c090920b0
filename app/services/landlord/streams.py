"""The record of the landlord's own affairs: settings, staff, homes, groups. Facts and numbers only, no names."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import bindings
from app.domain.deed import Deed
from app.domain.figures import bringing, stated
from app.domain.landlord import landlord, letter_texts, staff
from app.domain.people import homes
from app.domain.record import facts, kind_of
from app.store import record

LANDLORD = "landlord"
HOMES = "homes"
LETTER_TEXTS = "letter_texts"
STATED_FIGURES = "stated_figures"


Event = bringing.Event | landlord.Event | letter_texts.Event | staff.Event | homes.Event | bindings.Event | stated.Event


def note(session: Session, event: Event, deed: Deed) -> None:
    """Append an event to its stream: `landlord`, `letter_texts`, `stated_figures`, `homes`, `group:7`, or `staff:3`."""
    match event:
        case landlord.LandlordSet() | bringing.PastConfirmed() | bringing.PastBroughtIn():
            stream = LANDLORD
        case letter_texts.LetterTextSet():
            stream = LETTER_TEXTS
        case stated.FiguresStated():
            stream = STATED_FIGURES
        case homes.HomesImported():
            stream = HOMES
        case bindings.GroupBegun() | bindings.GroupChanged() | bindings.CommonPartWritten():
            stream = f"group:{event.group}"
        case _:
            stream = f"staff:{event.staff}"
    record.append(session, record.head_of(session, stream), [(kind_of(type(event)), facts(event))], deed)
