"""A virus scanner that speaks clamd's protocol, asked over its socket: clean, found, or not scanned at all."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable
from urllib.parse import urlsplit

LONGEST_WAIT = 30.0  # seconds
CLEAN, FOUND = b"OK", b"FOUND"
LONGEST_REPLY = 4096


class NotScanned(Exception):
    """The scanner did not say: it is away, it is slow, or the file is too much for it. Never the same as clean."""


class Clamd:
    """The scanner at tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl; raises ValueError for another address."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.family = socket.AF_UNIX if parts.scheme == "unix" else socket.AF_INET
        self.place: str | tuple[str, int]
        if parts.scheme == "unix" and parts.path:
            self.place = parts.path
        elif parts.scheme == "tcp" and parts.hostname and parts.port:
            self.place = (parts.hostname, parts.port)
        else:
            raise ValueError(
                f"{url!r} is no scanner: write it like tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl"
            )

    def is_clean(self, parts: Iterable[bytes]) -> bool:
        """Return whether the scanner found nothing in a file, given in parts; raises NotScanned when it did not say."""
        try:
            reply = self._ask(parts)
        except OSError as error:  # over its own limit it just hangs up
            raise NotScanned(type(error).__name__) from error
        if reply.endswith(FOUND):
            return False
        if reply == b"stream: " + CLEAN:
            return True
        raise NotScanned("the scanner gave no verdict")

    def _ask(self, parts: Iterable[bytes]) -> bytes:
        with socket.socket(self.family, socket.SOCK_STREAM) as connection:
            connection.settimeout(LONGEST_WAIT)
            connection.connect(self.place)
            connection.sendall(b"zINSTREAM\0")
            for part in filter(None, parts):  # a part of no length would end it
                connection.sendall(struct.pack("!I", len(part)) + part)
            connection.sendall(struct.pack("!I", 0))
            return _read(connection)


def _read(connection: socket.socket) -> bytes:
    reply = b""
    while not reply.endswith(b"\0") and len(reply) < LONGEST_REPLY:
        part = connection.recv(LONGEST_REPLY)
        if not part:
            break
        reply += part
    return reply.rstrip(b"\0\n")
