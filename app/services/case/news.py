"""What happened in a case, as one of its parties may hear it: all of it, or what is new to them (5.12, ruling 6)."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.domain.case import contact_log, messages
from app.domain.case.evidence import FileAdded, FileSetAside
from app.domain.case.readers import may_read_case, may_read_letter
from app.domain.mail.addressees import RESIDENT
from app.domain.mail.letters import CameBack, Sent
from app.domain.people import contact_limit_reviews
from app.domain.people.contact_limits import ContactLimitAgreed
from app.domain.people.enquirers import ShareAgreed
from app.domain.people.renewals import ReturnCodeRenewed
from app.services.case import pages, projections, timelines
from app.services.case.pages import Opened
from app.services.case.timelines import Line
from app.services.people.sessions import Mine
from app.store.landlord import staff
from app.store.record import Written
from app.words.case.events import to_resident

TheirsAlone = (
    ReturnCodeRenewed
    | ContactLimitAgreed
    | contact_limit_reviews.Event
    | messages.Event
    | contact_log.Event
    | FileAdded
    | FileSetAside
)
"""Events that carry the party they concern, and that no other party hears of."""


def since(session: Session, mine: Mine, seen: int, language: str) -> tuple[Line, ...]:
    """Return what happened after a position of the history, oldest first; nothing for who may not read the case yet."""
    return told(session, pages.opened(session, mine), language, after=seen)


def told(session: Session, case: Opened, language: str, *, after: int = 0) -> tuple[Line, ...]:
    """Return the lines of an opened case; another party's own letter or code is not told of: it says what is safe."""
    if not may_read_case(case.viewer):
        return ()
    theirs = {letter.number for letter in case.complaint.letters if may_read_letter(case.viewer, letter)}
    heard = [each for each in case.written if each.position > after and _may_hear(each, case.viewer.number, theirs)]
    return timelines.lines(heard, to_resident, staff.names(session), language, timelines.known(case.written))


def _may_hear(written: Written, party: int, theirs: Collection[int]) -> bool:
    """Return whether a party may hear of an event: another's letter, return code or word with us is not theirs."""
    event = projections.recorded(written).event
    if isinstance(event, Sent | CameBack):
        return event.letter in theirs
    if isinstance(event, ShareAgreed):
        return party == RESIDENT  # it was asked of them alone (ruling 6)
    if isinstance(event, TheirsAlone):
        return event.party == party
    return True
