"""The post tray of a demo: e-mails that a believable landlord would have sent, kept for whoever is trying it out."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from app.store import upsert
from app.store.schema import Base, Exact, Keep, Kind, kept

A_MONTH = Keep(years=0, days=30, after="it was sent", since="sent_at")


class TrayRow(Base, kind=Kind.WORKING):
    """One e-mail. Its Message-ID is its key: a second copy changes nothing."""

    __tablename__ = "tray"

    message_id: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    to: Mapped[str] = kept(personal=A_MONTH)
    subject: Mapped[str] = kept(personal=A_MONTH)
    text: Mapped[str] = kept(personal=A_MONTH)
    sent_at: Mapped[datetime] = kept(index=True, personal=None)


class Sent(NamedTuple):
    """An e-mail in the tray."""

    message_id: str
    to: str
    subject: str
    text: str
    sent_at: datetime


def put(session: Session, sent: Sent) -> None:
    """Put an e-mail into the tray; one that goes again, with a new code in it, takes the place of the first."""
    upsert.put(session, TrayRow, sent._asdict())


def latest(session: Session, size: int) -> list[Sent]:
    """The latest e-mails, the newest first."""
    rows = select(*(getattr(TrayRow, name) for name in Sent._fields))
    newest = rows.order_by(TrayRow.sent_at.desc(), TrayRow.message_id).limit(size)
    return [Sent(*row) for row in session.execute(newest)]
