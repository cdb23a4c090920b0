"""Change how somebody wants to be reached: what is on its way goes another way at once if its own is not safe now."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people.parties import set_preferences
from app.domain.people.preferences import Preferences
from app.services.case import histories
from app.services.mail import letters
from app.store.people import parties


def put(session: Session, reference: str, party: int, preferences: Preferences, mind: str, deed: Deed) -> None:
    """Keep a party's answers, and their own words on what to mind (3.1, 5.10, ruling 2).

    Raises Refused for a way that is not safe or none at all, or when nothing changed; or Changed.
    """
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        before = next(each for each in parties.of_case(session, case.id) if each.number == party)
        if case.complaint.party(party).preferences != preferences or before.mind == mind.strip():
            case.add(set_preferences(case.complaint, party, preferences))
        if before.mind != mind.strip():
            parties.change(session, case.id, party, mind=mind.strip())
        letters.reroute(case, party)
