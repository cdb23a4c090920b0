"""How one party is reached and what lets them in (R26), as they may see it: one snapshot, few queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.case.state import Complaint
from app.domain.people.parties import PartyState
from app.services.case import projections
from app.services.people import contacts, receipts, sessions
from app.services.people.sessions import Mine
from app.store import record
from app.store.case.complaints import stream
from app.store.people import parties
from app.store.people.contacts import Contact
from app.store.people.receipts import Receipt
from app.store.people.sessions import Opened


@dataclass(frozen=True, slots=True)
class Details:
    """What stands on the page: their own part in the case and nobody else's."""

    reference: str
    complaint: Complaint
    viewer: PartyState
    contacts: list[Contact]
    mind: str = ""
    receipt: Receipt | None = None
    opened: tuple[Opened, ...] = ()
    open_now: int = 0

    @property
    def seen(self) -> int:
        """Return the position of the history that this page was drawn from."""
        return self.complaint.position


def find(session: Session, mine: Mine, at: datetime) -> Details:
    """Return the details of a party at this instant, with what lets them in."""
    complaint = projections.fold(record.read(session, stream(mine.case_id)))
    opened = sessions.known_of_party(session, mine)
    return Details(
        reference=mine.reference,
        complaint=complaint,
        viewer=complaint.party(mine.party),
        contacts=contacts.of_party(session, mine.case_id, mine.party),
        receipt=receipts.of_party(session, mine.case_id, mine.party),
        opened=tuple(opened),
        open_now=sum(1 for each in opened if sessions.still_opens(each, at)),
    )


def reached(session: Session, mine: Mine) -> Details:
    """Return how a party is reached, with what they said must be minded, in their own words."""
    complaint = projections.fold(record.read(session, stream(mine.case_id)))
    everybody = parties.of_case(session, mine.case_id)
    return Details(
        reference=mine.reference,
        complaint=complaint,
        viewer=complaint.party(mine.party),
        contacts=contacts.of_party(session, mine.case_id, mine.party),
        mind=next(each.mind for each in everybody if each.number == mine.party),
    )
