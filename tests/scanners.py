"""A virus scanner for tests: it listens on a socket and speaks clamd's INSTREAM, and knows one virus."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import sent_files

INSTREAM = b"zINSTREAM\0"


class Scans(socketserver.StreamRequestHandler):
    """Reads one file in parts, and answers what the server was told to, or else what it found."""

    def handle(self) -> None:
        assert self.rfile.read(len(INSTREAM)) == INSTREAM
        content = b""
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        found = b"stream: Eicar-Test FOUND\0" if sent_files.EICAR in content else b"stream: OK\0"
        told: Any = self.server
        self.wfile.write(found if told.answer is None else told.answer)


class OnTheMachine(socketserver.ThreadingUnixStreamServer):
    answer: bytes | None = None


class OnTheNetwork(socketserver.ThreadingTCPServer):
    answer: bytes | None = None


@contextmanager
def scanner(answer: bytes | None = None, path: Path | None = None) -> Iterator[str]:
    """A scanner for as long as this lasts; yields its address."""
    server = OnTheMachine(str(path), Scans) if path else OnTheNetwork(("127.0.0.1", 0), Scans)
    server.answer = answer
    with server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"unix://{path}" if path else f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
