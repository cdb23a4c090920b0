"""The post tray of a demo: the only thing that sends there."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.services.landlord import landlord
from app.store.mail import tray
from app.store.mail.tray import Sent

SHOWN = 50


def put(session: Session, sent: Sent) -> None:
    """Put an e-mail into the tray, once for its Message-ID."""
    tray.put(session, sent)


def latest(session: Session) -> list[Sent] | None:
    """Return the latest e-mails, the newest first; None where this is no demo, and there is no tray."""
    return tray.latest(session, SHOWN) if landlord.current(session).demo else None
