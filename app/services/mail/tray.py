"""The post tray of a demo: the only thing that sends there."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.services.landlord import landlord
from app.store.mail import tray
from app.store.mail.tray import Sent

SHOWN = 50
KEPT_FOR = timedelta(days=30)


def put(session: Session, sent: Sent) -> None:
    """Put an e-mail into the tray, once for its Message-ID."""
    tray.put(session, sent)


def latest(session: Session) -> list[Sent] | None:
    """Return the latest e-mails, the newest first; None where this is no demo, and there is no tray."""
    return tray.latest(session, SHOWN) if landlord.current(session).demo else None


def forget(session: Session, at: datetime) -> None:
    """Forget the e-mails of more than 30 days ago."""
    tray.forget(session, at - KEPT_FOR)
