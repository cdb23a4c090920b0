"""How the web is served by `gunicorn wsgi:app`; what the command line says wins over these."""

import gc
from pathlib import Path
from typing import Any

bind = "127.0.0.1:8000"

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True  # one copy of the code in memory; and a mistake in the settings stops the start

timeout = 30  # of a worker that hangs: a large file that comes slowly holds one thread, and the proxy should hold it
graceful_timeout = 20  # what is being sent when the server is told to stop is still kept and answered
keepalive = 5
# A slow disk must not look like a dead worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

accesslog = None  # the application logs each request: with its id; without query string, name or address
errorlog = "-"
loglevel = "warning"
control_socket_disable = True  # steered by signals alone


def when_ready(_server: Any) -> None:
    """Leave what was loaded out of every later search for garbage: it stays, and no request need pay for looking."""
    gc.collect()
    gc.freeze()
