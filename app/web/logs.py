"""JSON lines with a request id. They name routes; never addresses, query strings, people or their words."""

from __future__ import annotations

import json
import logging
import secrets
import sys
import time
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from flask import Flask, g, request
from werkzeug import Response

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # can be read out over the telephone
EXTRA = ("method", "route", "status", "ms")

request_id: ContextVar[str] = ContextVar("request_id", default="-")
log = logging.getLogger("putright.requests")


class JsonLines(logging.Formatter):
    """One line a record. Of an exception, its class and place: its message may quote a person."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": request_id.get(),
            "message": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in EXTRA if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["raised"] = _places(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


class LoggedFlask(Flask):
    """Flask, but for its line about an unhandled exception, which would hold the address asked for."""

    def log_exception(self, exc_info: Any) -> None:
        self.logger.error("unhandled exception in %s", _route(), exc_info=exc_info)


def init_app(app: Flask) -> None:
    """Give every request an id, say it in every answer, and write a line when it is over."""
    root = logging.getLogger()
    if not app.testing and not any(isinstance(each.formatter, JsonLines) for each in root.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(JsonLines())
        root.addHandler(handler)
        root.setLevel(logging.INFO)
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()
    g.request_id = "".join(secrets.choice(ALPHABET) for _ in range(8))
    request_id.set(g.request_id)


def _end(response: Response) -> Response:
    if "request_id" not in g:  # a host we do not answer to is refused before anything else is run
        _begin()
    response.headers["X-Request-ID"] = g.request_id
    milliseconds = round((time.perf_counter() - g.began) * 1000, 1)
    facts = {"method": request.method, "route": _route(), "status": response.status_code, "ms": milliseconds}
    log.info("request", extra=facts)
    return response


def _route() -> str:
    return str(request.url_rule) if request.url_rule else "-"


def _places(raised: Any) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(raised)]
