"""A bucket that speaks the protocol of Amazon S3, on this machine: a real server, which a test may also let die."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from uuid import uuid4

STARTS_WITHIN = 30.0
KEYS = {
    "AWS_ACCESS_KEY_ID": "of-a-test",
    "AWS_SECRET_ACCESS_KEY": "of-a-test",
    "AWS_REGION": "eu-west-2",
}


@contextmanager
def server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The server for as long as this lasts; yields its address, and the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _answers(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait()


def made(endpoint: str) -> str:
    """Make a bucket, and return the address of a folder in it."""
    name = f"files-{uuid4().hex[:12]}"
    request = urllib.request.Request(f"{endpoint}/{name}", method="PUT")  # noqa: S310 -- of this machine
    request.add_header("Authorization", "AWS4-HMAC-SHA256 Credential=of-a-test/20261125/eu-west-2/s3/aws4_request")
    request.add_header(
        "Content-Type",
        "application/xml",
    )
    place = b"<CreateBucketConfiguration><LocationConstraint>eu-west-2</LocationConstraint></CreateBucketConfiguration>"
    with urllib.request.urlopen(request, place):  # noqa: S310
        return f"s3://{name}/putright/files"


def environment(endpoint: str) -> dict[str, str]:
    """What stands in the environment of whoever uses the server."""
    without = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"} if "HTTP_PROXY" in os.environ else {}
    return {**KEYS, "AWS_ENDPOINT_URL": endpoint, **without}


def _answers(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/moto-api/", timeout=1):  # noqa: S310
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the bucket's server did not start")
