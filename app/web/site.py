"""Flask as this site uses it: without what we never ask for, and would pay for on every page."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from flask.templating import Environment

from app.web.logs import LoggedFlask


class Templates(Environment):
    """Flask's templates, where none has globals of its own: one dictionary is read faster than a chain of two."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


class Site(LoggedFlask):
    """The application. No function of it is a coroutine, so none is looked at anew on each request to see if it is."""

    jinja_environment = Templates

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        return func
