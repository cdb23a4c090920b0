"""A letter as it would be written now, from what a case's page has read: nothing more is asked of the database."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case.state import Complaint
from app.domain.deed import Deed
from app.domain.history import Event
from app.domain.landlord.landlord import Landlord
from app.domain.mail.addressees import addressee
from app.services.case.desks import Desk
from app.words.mail.letters import Matter


def matter(
    desk: Desk,
    complaint: Complaint,
    event: Event,
    landlord: Landlord,
    deed: Deed,
    texts: Mapping[int, str],
    to: int | None = None,
) -> Matter:
    """Return what a letter is written from, once this event had happened to the complaint of this page."""
    party = to or addressee(complaint)
    return Matter(
        landlord=landlord,
        profile=desk.terms.profile,
        complaint=complaint,
        event=event,
        name=next((each.name for each in desk.parties if each.number == party), ""),
        texts=texts,
        names=lambda: desk.names,
        on=deed.on,
        language=complaint.party(party).language,
    )
