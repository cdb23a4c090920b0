#!/usr/bin/env python3
"""Putright on one machine: python3 dev.py run | sign-ins | test | setup | bench.

Standard library only, for this is what makes the environment that everything else runs in.
"""

from __future__ import annotations  # an older Python must live to read that it is too old

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin/python")
FLASK = (PYTHON, "-m", "flask", "--app", "wsgi")
VAR = ROOT / "var"
DATABASE = VAR / "putright.sqlite3"
DIST = ROOT / "app/static/dist"

RUNTIME, EVERYTHING = "requirements.txt", "requirements-dev.txt"
BUILT_FROM = ("pyproject.toml", "assets.lock.json", "hatch_build.py")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

STYLE = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
BUDGET = {"ruff": 20, "mypy": 120, "pytest": 17 * 60}  # seconds, side by side on two cores


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
        sys.exit(f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}.")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(metavar="command", required=True)
    for name, command in (("run", run), ("sign-ins", sign_ins), ("test", test), ("setup", setup), ("bench", bench)):
        commands.add_parser(name, help=command.__doc__).set_defaults(command=command)
    commands.choices["run"].add_argument("--host", default="127.0.0.1")
    commands.choices["run"].add_argument("--port", type=int, default=8000)
    asked, more = parser.parse_known_args()
    return int(asked.command(asked, more))


def run(asked: argparse.Namespace, more: list[str]) -> int:
    """a believable landlord's portal on this machine: no server, no configuration"""
    install(RUNTIME)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.default_int_handler)
    try:
        return serve(asked.host, asked.port)
    except KeyboardInterrupt:
        say("\nStopped.")
        return 0


def sign_ins(asked: argparse.Namespace, more: list[str]) -> int:
    """who may sign in to the demo, with the codes of this moment"""
    if not DATABASE.exists():
        sys.exit("There is no demo yet: `python3 dev.py run` makes it.")
    flask(demo_environment(DATABASE), "demo", "sign-ins")
    return 0


def test(asked: argparse.Namespace, more: list[str]) -> int:
    """everything: style, types, both databases, a browser; what follows `test` goes to pytest"""
    install(EVERYTHING)
    if not browser():
        say("No browser, so its tests are skipped (in CI: fail): apt-get install chromium, or set CHROMIUM.")
    say(f"== pytest on SQLite, PostgreSQL and Chromium (budget {BUDGET['pytest']} s), style and types beside it")
    with ThreadPoolExecutor() as beside:  # one of two cores would have nothing to do while they are read alone
        style = beside.submit(lambda: [" ".join(command) for command in STYLE if not passes(*command)])
        code = subprocess.call([PYTHON, "-m", "pytest", "-n", "2", *more], cwd=ROOT)
        failed = style.result()
    if failed:
        say(f"Not clean, see above: {', '.join(failed)}")
    return code or len(failed)


def setup(asked: argparse.Namespace, more: list[str]) -> int:
    """install everything the other three need, and stop"""
    install(EVERYTHING)
    say("Ready: python3 dev.py run, or python3 dev.py test.")
    return 0


def bench(asked: argparse.Namespace, more: list[str]) -> int:
    """measure, and print the figures"""
    install(EVERYTHING)
    return subprocess.call([PYTHON, "-m", "bench.run", *more], cwd=ROOT)


def say(sentence: str) -> None:
    print(sentence, flush=True)


# Installing


def install(lock: str) -> None:
    """The environment holds what `lock` names and the front-end files; at once when it already does."""
    if (DIST / "manifest.json").exists() and any(_installed(each) for each in {lock, EVERYTHING}):
        return
    make_environment()
    say(f"Installing what {lock} names (about a minute the first time).")
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    if subprocess.call([*pip, "--require-hashes", "-r", lock], cwd=ROOT):
        sys.exit("pip could not install that, for the reason above; the first time it must reach an index.")
    if subprocess.call([*pip, "--no-deps", "--no-build-isolation", "-e", "."], cwd=ROOT):
        sys.exit("The front-end files named in assets.lock.json could not be fetched; the reason is above.")
    _stamp(lock).write_text(_fingerprint(lock))


def make_environment() -> None:
    """.venv with a pip that works; one that was half made, or whose Python has gone, is made afresh."""
    if Path(PYTHON).exists() and not subprocess.call([PYTHON, "-m", "pip", "--version"], stdout=subprocess.DEVNULL):
        return
    if not _has_venv():
        _install_venv()
    say("Making .venv.")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
        sys.exit(f"{VENV} could not be made; the reason is above.")


def _has_venv() -> bool:
    return not subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL)


def _install_venv() -> None:
    # Debian keeps venv in a package of its own. Only a throw-away machine gets packages it was not asked for.
    if os.environ.get("CI") == "true" and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installing python3-venv.")
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "python3-venv"])
    if not _has_venv():
        sys.exit("This Python cannot make environments: `apt-get install python3-venv` (or its like) first.")


def _installed(lock: str) -> bool:
    return _stamp(lock).exists() and _stamp(lock).read_text() == _fingerprint(lock)


def _stamp(lock: str) -> Path:
    return VENV / f".{lock}.installed"


def _fingerprint(lock: str) -> str:
    parts = [(ROOT / name).read_bytes() for name in (lock, *BUILT_FROM)]
    return hashlib.sha256(b"".join([*parts, sys.version.encode(), bytes(ROOT)])).hexdigest()


# Running


def serve(host: str, wanted: int) -> int:
    """The web and the worker, until either ends or we are told to stop."""
    port = free_port(host, wanted)
    address = f"http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{port}"  # noqa: S104
    environment = make_ready(address)
    gunicorn = [PYTHON, "-m", "gunicorn", "--bind", f"{host}:{port}", "wsgi:app"]
    processes: list[subprocess.Popen[bytes]] = []
    try:
        processes.extend(start(command, environment) for command in (gunicorn, [*FLASK, "post", "run"]))
        await_answer(f"{address}/healthz", processes)
        flask(environment, "demo", "sign-ins")
        say("The codes of staff, 6 numbers, change every 30 seconds: `python3 dev.py sign-ins` gives new ones.")
        say(f"\nPutright is at {address}\nStaff sign in at {address}/staff/sign-in")
        say(f"What is sent lies at {address}/tray\nStop it with Ctrl-C.")
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        say("One of the two processes ended by itself; its reason is above.")
        return 1
    finally:
        stop(processes)


def make_ready(address: str) -> dict[str, str]:
    """A database in var/, of today's shape and filled once; returns the environment that names it."""
    environment = demo_environment(DATABASE)
    if not DATABASE.exists():
        fill()
    flask(environment, "schema", "upgrade")
    flask(environment, "landlord", "set", f"address={address}")
    return environment


def fill() -> None:
    """Fill under another name first, so that a start cut short leaves no half-told landlord."""
    for left in VAR.glob("filling.sqlite3*"):
        left.unlink()
    say("Filling a believable landlord (once).")
    filling = demo_environment(VAR / "filling.sqlite3")
    flask(filling, "schema", "upgrade")
    flask(filling, "demo", "fill")
    for part in sorted(VAR.glob("filling.sqlite3*"), reverse=True):  # what SQLite keeps beside the file goes first
        part.rename(VAR / part.name.replace("filling", "putright"))


def demo_environment(database: Path) -> dict[str, str]:
    """A database file and a secret in var/ (never committed), and plain http, for this machine only."""
    VAR.mkdir(mode=0o700, exist_ok=True)
    secret = VAR / "secret"
    if not secret.exists():
        secret.touch(mode=0o600)
        secret.write_text(secrets.token_urlsafe(32))
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "SECRET_KEY": secret.read_text(),
        "PLAIN_HTTP": "1",
    }


def flask(environment: Mapping[str, str], *command: str) -> None:
    if subprocess.call([*FLASK, *command], cwd=ROOT, env=environment):
        sys.exit(f"`flask {' '.join(command)}` did not succeed; its reason is above.")


def free_port(host: str, wanted: int) -> int:
    """The port asked for, or another that is free when somebody has it."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                say(f"Port {port} is taken; taking a free one.")
                continue
            return int(probe.getsockname()[1])
    sys.exit(f"No port can be opened on {host}.")


def await_answer(url: str, processes: list[subprocess.Popen[bytes]]) -> None:
    for _ in range(300):
        if any(process.poll() is not None for process in processes):
            return
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return


def start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    # In a session of its own: Ctrl-C reaches us alone, and we stop both in order.
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """Ask both to end, and insist after 20 seconds; nothing they confirmed is lost either way."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in filter(lambda process: process.poll() is None, processes):
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


# Testing


def passes(*command: str) -> bool:
    started = time.monotonic()
    program = [PYTHON, "-m", *command]
    read = subprocess.run(program, cwd=ROOT, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    took = f"{'FAILED' if read.returncode else 'passed'} in {time.monotonic() - started:.0f} s"
    say(f"{read.stdout if read.returncode else ''}\n== {' '.join(command)} {took} (budget {BUDGET[command[0]]} s)")
    return read.returncode == 0


def browser() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


if __name__ == "__main__":
    sys.exit(main())
