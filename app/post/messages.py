"""An e-mail as it travels: plain text first, then simple HTML; no pictures, nothing that tells us it was read."""

from __future__ import annotations

from datetime import datetime
from email.utils import formataddr
from urllib.parse import urlsplit

from flask import current_app
from flask_mail import Message

from app.domain.landlord.landlord import Landlord
from app.services.mail.deliveries import Ready
from app.words.languages import direction
from app.words.mail.blocks import plain


def message(ready: Ready, message_id: str, at: datetime) -> Message:
    """Return the e-mail, from the landlord and to one address."""
    email, landlord = ready.email, ready.landlord
    made = Message(
        subject=" ".join(email.subject.split()),
        recipients=[ready.to],
        body=plain(email.blocks),
        html=_html(ready),
        sender=formataddr((" ".join(landlord.name.split()), sender_address(landlord))),
        reply_to=landlord.email or None,
        date=at.timestamp(),
        extra_headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": email.language,
        },
    )
    made.msgId = message_id
    return made


def sender_address(landlord: Landlord) -> str:
    """Return the address that e-mails come from: the landlord's own, or while it has none one of its site."""
    return landlord.email or f"no-reply@{urlsplit(landlord.address).hostname}"


def _html(ready: Ready) -> str:
    # The pages' context is not for e-mails: there is no request here.
    template = current_app.jinja_env.get_template("email/show.html")
    language = ready.email.language
    return template.render(
        title=ready.email.subject,
        blocks=ready.email.blocks,
        site=ready.landlord.address,
        language=language,
        direction=direction(language),
    )
