"""Hand an e-mail to the mail server: its certificate is verified, nothing waits for ever, a refusal is understood."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import ip_address
from typing import Any
from urllib.parse import unquote, urlsplit

import flask_mail
from flask import Flask
from flask_mail import BadHeaderError, Message

from config import Misconfigured

TIMEOUT = 10  # seconds, for each thing the server is asked
REFUSED_FOR_GOOD = 500


class NotAccepted(Exception):
    """The mail server will never take this e-mail."""


class NotNow(Exception):
    """The mail server could not be reached or trusted, or asks us to come again. Says no address and no words."""


class Tls(Enum):
    """When the connection is encrypted."""

    NEVER = "never"
    AFTER_STARTTLS = "after_starttls"
    FROM_THE_START = "from_the_start"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where e-mails are handed in."""

    host: str
    port: int
    tls: Tls
    username: str = ""
    password: str = field(default="", repr=False)


def mail_server(url: str) -> MailServer:
    """Return the server that MAIL_URL names; raises Misconfigured for what is none.

    `smtps://` is encrypted from the start and `smtp://` after STARTTLS, which only this very machine is let off.
    """
    parts = urlsplit(url)
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if parts.scheme not in ("smtp", "smtps") or not host:
        raise Misconfigured("MAIL_URL must be like smtp://user:password@host:587 or smtps://user:password@host:465.")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if parts.scheme == "smtps":
        return MailServer(host, port or 465, Tls.FROM_THE_START, user, password)
    return MailServer(host, port or 25, Tls.NEVER if _is_here(host) else Tls.AFTER_STARTTLS, user, password)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class VerifiedConnection(flask_mail.Connection):
    """Flask-Mail's connection, which by itself verifies no certificate and waits for ever."""

    def __init__(self, mail: Any, server: MailServer, timeout: float) -> None:
        super().__init__(mail)
        self.server, self.timeout = server, timeout

    def configure_host(self) -> smtplib.SMTP:
        verified = ssl.create_default_context()
        server, at = self.server, (self.server.host, self.server.port)
        host: smtplib.SMTP
        if server.tls is Tls.FROM_THE_START:
            host = smtplib.SMTP_SSL(*at, timeout=self.timeout, context=verified)
        else:
            host = smtplib.SMTP(*at, timeout=self.timeout)
        try:
            if server.tls is Tls.AFTER_STARTTLS:
                host.starttls(context=verified)
            if server.username:
                host.login(server.username, server.password)
        except BaseException:
            host.close()
            raise
        return host

    def __exit__(self, *raised: Any) -> None:
        # What was to be said has been said: a server that hangs up before our goodbye took it all the same.
        with suppress(smtplib.SMTPException, OSError):
            super().__exit__(*raised)


class Mail(flask_mail.Mail):
    """Sends through a mail server. One connection an e-mail: a broken one concerns no other."""

    def __init__(self, app: Flask, server: MailServer, timeout: float = TIMEOUT) -> None:
        self.server, self.timeout = server, timeout
        app.config["MAIL_SUPPRESS_SEND"] = False  # in tests too: they have a server of their own
        super().__init__(app)

    def connect(self) -> VerifiedConnection:
        return VerifiedConnection(self.state, self.server, self.timeout)

    def send(self, message: Message) -> None:
        """Return when the server has accepted it; raises NotAccepted or NotNow."""
        try:
            super().send(message)
        except smtplib.SMTPRecipientsRefused as error:
            [(code, _)] = error.recipients.values()
            raise _refusal(code) from error
        except smtplib.SMTPDataError as error:
            raise _refusal(error.smtp_code) from error
        except OSError as error:  # smtplib's too. It stands before ValueError, which a wrong certificate is as well
            raise NotNow(type(error).__name__) from error
        except (BadHeaderError, ValueError) as error:
            raise NotAccepted(type(error).__name__) from error


def _refusal(code: int) -> NotAccepted | NotNow:
    return NotAccepted(f"refused with {code}") if code >= REFUSED_FOR_GOOD else NotNow(f"put off with {code}")
