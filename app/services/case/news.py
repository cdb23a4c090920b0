"""What happened in a case, as one of its parties may hear it: all of it, or what is new to them (5.12, ruling 6)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.case import contact_log, messages
from app.domain.case.readers import may_read_case, may_read_letter
from app.domain.mail.letters import CameBack, Sent
from app.domain.people.parties import PartyState
from app.services.case import pages, projections, timelines
from app.services.case.pages import Opened
from app.services.case.timelines import Line
from app.services.people.sessions import Mine
from app.store.landlord import staff
from app.store.record import Written
from app.words.case.events import to_resident


def since(session: Session, mine: Mine, seen: int, language: str) -> tuple[Line, ...]:
    """Return what happened after a position of the history, oldest first; nothing for who may not read the case yet."""
    return told(session, pages.opened(session, mine), language, after=seen)


def told(session: Session, case: Opened, language: str, *, after: int = 0) -> tuple[Line, ...]:
    """Return the lines of an opened case; how another party's own letter went is not told: it says what is safe."""
    if not may_read_case(case.viewer):
        return ()
    theirs = {letter.number for letter in case.complaint.letters if may_read_letter(case.viewer, letter)}
    heard = [
        each
        for each in case.written
        if each.position > after and _letters(each) <= theirs and not _between_us_and_another(each, case.viewer)
    ]
    return timelines.lines(heard, to_resident, staff.names(session), language)


def _between_us_and_another(written: Written, viewer: PartyState) -> bool:
    event = projections.recorded(written).event
    return isinstance(event, messages.Event | contact_log.Event) and event.party != viewer.number


def _letters(written: Written) -> set[int]:
    event = projections.recorded(written).event
    return {event.letter} if isinstance(event, Sent | CameBack) else set()
