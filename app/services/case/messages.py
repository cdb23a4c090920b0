"""Write to each other on a case: theirs is answered by a day, ours goes by the safe way (R21)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.domain.case import messages
from app.domain.case.threads import of_party
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.pages import CasePage
from app.services.landlord import landlord
from app.services.mail import letters
from app.store.case import wordings


def receive(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Keep what a party wrote, to be answered within the landlord's own promise; raises Refused for no words."""
    within = landlord.current(session).answer_messages_within
    with histories.opened(session, reference, deed) as case:
        case.add(messages.receive(case.complaint, party, words, within, terms=case.terms, deed=deed, write=case.write))


def send(session: Session, reference: str, party: int, words: str, deed: Deed, *, asks: bool = False) -> int:
    """Write to a party, which answers whatever of theirs waited; returns the letter's number, raises as the rule does.

    Raises Changed too, when they wrote again after the page was drawn.
    """
    with histories.opened(session, reference, deed, Part.MESSAGES) as case:
        written = messages.send(case.complaint, party, words, asks=asks, write=case.write)
        case.add(written)
        return letters.issue(case, Notice.MESSAGE, None, written, party)


def settle(session: Session, reference: str, number: int, reason: str, deed: Deed) -> None:
    """Write down why a message needs no answer; raises Refused without a reason, or Changed."""
    with histories.opened(session, reference, deed, Part.MESSAGES) as case:
        case.add(messages.settle(case.complaint, number, reason, case.write))


def mark_read(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Keep that a party has read what we wrote; raises Refused when there is nothing new to them."""
    with histories.opened(session, reference, deed) as case:
        case.add(messages.read(case.complaint, party))


def texts(session: Session, page: CasePage) -> Mapping[int, str]:
    """Return the words of the messages between us and whoever has this page open, and of nobody else's."""
    thread = of_party(page.complaint.messages, page.viewer.number)
    return wordings.some(session, page.case_id, [message.said.number for message in thread]) if thread else {}
