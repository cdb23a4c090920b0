"""The web as it is served in earnest: gunicorn with two processes, which a test may kill."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import html5lib

ROOT = Path(__file__).parents[2]
SECRET = "a secret that only tests know"


class Server:
    """One start of gunicorn on a port, with its processes in a group of their own."""

    def __init__(self, url: str, port: int, cache: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        environment = os.environ | {
            "DATABASE_URL": url,
            "SECRET_KEY": SECRET,
            "PLAIN_HTTP": "1",
            "CACHE_DIRECTORY": str(cache),
        }
        command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "wsgi:app"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        self._await()

    def kill(self) -> None:
        """End every process at once, as a power cut does."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _await(self) -> None:
        for _ in range(600):
            with suppress(OSError), urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:  # noqa: S310 -- our own
                if answer.status == 200:
                    return
            time.sleep(0.1)
        raise TimeoutError("the server did not start")


@contextmanager
def serving(url: str, port: int, cache: Path) -> Iterator[Server]:
    """A server that is gone afterwards."""
    server = Server(url, port, cache)
    try:
        yield server
    finally:
        server.kill()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


class Visitor:
    """Somebody with a browser that keeps cookies and follows no redirect by itself."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies), _Stay)

    def get(self, path: str) -> str:
        """The page's text."""
        with self.opener.open(f"{self.address}{path}", timeout=30) as answer:
            text: str = answer.read().decode()
        return text

    def hidden(self, path: str) -> dict[str, str]:
        """What the hidden fields of the page's forms hold."""
        tree = html5lib.parse(self.get(path), namespaceHTMLElements=False)
        fields = [field for field in tree.iter("input") if field.get("type") == "hidden"]
        return {field.get("name"): field.get("value", "") for field in fields}

    def post(self, path: str, typed: dict[str, str]) -> tuple[int, str]:
        """The status, and where it leads."""
        data = urlencode(typed).encode()
        request = urllib.request.Request(f"{self.address}{path}", data)  # noqa: S310 -- our own
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.status, answer.headers.get("Location", "")
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Location", "")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None
