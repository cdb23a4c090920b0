"""What the demo does with word that waits to go: nothing leaves it but what its tray is given."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.routing import Outcome
from app.domain.people.preferences import Way
from app.services.case import histories
from app.services.mail import deliveries, postings
from app.store import outbox

WORKER = "the demo"
LEASE = timedelta(minutes=1)
A_SLICE = 20


def carry(session: Session, at: datetime) -> None:
    """Mark every e-mail that waits at this instant as gone."""
    while words := outbox.claim(session, WORKER, A_SLICE, LEASE, at):
        for word in words:
            deliveries.finish(session, word, WORKER, Outcome.SENT, at)


def post_letters(session: Session, reference: str, deed: Deed) -> None:
    """Have somebody post every letter of a case that waits for it, and ring or text whoever chose that."""
    for letter in histories.found(session, reference, deed).complaint.letters:
        if letter.sent_on is None and letter.way in (Way.LETTER, Way.PHONE, Way.TEXT):
            postings.post(session, reference, letter.number, deed.on, deed, letter.way)
