"""Virus scanners for tests, which know one virus: one that speaks clamd's INSTREAM, and clamd itself."""

from __future__ import annotations

import os
import shutil
import socket
import socketserver
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests import sent_files

INSTREAM = b"zINSTREAM\0"
SETTINGS = """DatabaseDirectory {folder}
LocalSocket {folder}/clamd.ctl
StreamMaxLength 1M
Foreground yes
"""
READY_WITHIN = 30


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


@contextmanager
def clamd(folder: Path) -> Iterator[str]:
    """The real thing, with one signature written by hand and 1 MB that it reads; yields its address."""
    program = shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip("There is no clamd here: apt-get install clamav-daemon.")
    (folder / "ours.ndb").write_text(f"Eicar-Test:0:*:{sent_files.EICAR.hex()}\n")
    settings = folder / "clamd.conf"
    settings.write_text(SETTINGS.format(folder=folder))
    with subprocess.Popen([program, "-c", settings], stdout=subprocess.DEVNULL) as running:
        try:
            _wait_for(folder / "clamd.ctl")
            yield f"unix://{folder}/clamd.ctl"
        finally:
            running.terminate()


def _wait_for(path: Path) -> None:
    """Wait until somebody listens there."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as asks:
            asks.connect(str(path))
            return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens at {path}")
