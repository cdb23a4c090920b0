"""flask post: word going out."""

from __future__ import annotations

import signal
from threading import Event
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from app.cli.mistakes import Mistake
from app.post.worker import Worker
from config import Misconfigured

post = AppGroup("post", help="Word going out: e-mails, each sent as its reader said is safe.")


@post.command()
@click.option("--once", is_flag=True, help="Send all whose time has come, then end.")
def run(once: bool) -> None:
    """Send word as it comes, until told to stop; a second worker may run beside it."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    try:
        worker = Worker(app)
    except Misconfigured as error:
        raise Mistake(str(error)) from error
    stopping = Event()

    def stop(*signalled: Any) -> None:
        stopping.set()  # what is being sent is sent and marked first

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    (worker.drain if once else worker.run)(stopping)
