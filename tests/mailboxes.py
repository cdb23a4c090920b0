"""A real mail server for tests, which keeps what it is sent unless told otherwise; and a landlord that sends."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from app.domain.landlord.landlord import Landlord, OutOfHoursContact

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""It says that it is localhost, and nobody has vouched for it. Its key is no secret."""
HERE = "127.0.0.1"

OURS = Landlord(
    name="Elm & Oak, Homes",
    address="https://portal.elm.example",
    phone="0161 496 0000",
    email="hello@elm.example",
    out_of_hours=(
        OutOfHoursContact("Night", email="night@elm.example"),
        OutOfHoursContact("By phone", phone="0161 496 0001"),
        OutOfHoursContact("Head", email="head@elm.example"),
    ),
)


class Mailbox:
    """What the server does with e-mails."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.answer_to_recipient = "250 OK"
        self.answer_to_data = "250 OK"

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer_to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer_to_recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer_to_data.startswith("250"):
            content: Any = envelope.content
            self.received.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]
            self.recipients += envelope.rcpt_tos
        return self.answer_to_data

    @property
    def texts(self) -> list[str]:
        """The plain text of every e-mail."""
        bodies = [each.get_body(("plain",)) for each in self.received]
        return [body.get_content() for body in bodies if body is not None]


def free_port() -> int:
    """A port on this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(mailbox: Mailbox, port: int, **tls: Any) -> Iterator[None]:
    """A mail server for as long as this lasts: `ssl_context` from the start, `tls_context` after STARTTLS."""
    controller = Controller(mailbox, hostname=HERE, port=port, **tls)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


@contextmanager
def hangs_up(port: int, after: int) -> Iterator[None]:
    """A mail server that answers so many times, and then is gone."""
    with socket.create_server((HERE, port)) as listener:
        thread = Thread(target=_answer, args=(listener, after), daemon=True)
        thread.start()
        yield
        thread.join(timeout=5)


def _answer(listener: socket.socket, times: int) -> None:
    connection, _ = listener.accept()
    with connection:
        for _ in range(times):
            connection.sendall(b"250 OK\r\n" if _ else b"220 Hello\r\n")
            connection.recv(1024)


def certificate() -> ssl.SSLContext:
    """What an encrypted server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context
