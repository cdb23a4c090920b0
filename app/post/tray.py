"""Where a demo's e-mails go: into a table, and nowhere else."""

from __future__ import annotations

from flask_mail import Message

from app.db import writing
from app.now import now
from app.services.mail import tray
from app.store.mail.tray import Sent


class Tray:
    """Takes e-mails as the mail server does, and shows them at /tray."""

    def send(self, message: Message) -> None:
        """Put the e-mail's plain text into the tray."""
        [to] = message.recipients
        with writing() as session:
            tray.put(session, Sent(message.msgId, str(to), message.subject, message.body or "", now()))
