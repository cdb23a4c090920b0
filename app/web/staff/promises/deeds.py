"""What may be done with one promise, as its page offers it: to staff, and to a contractor's people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.web.forms import Form


class PromiseDeed(NamedTuple):
    """Something that may be done with a promise: its title, its form, what its button says, the doing, the thanks."""

    title: Any
    form: type[Form]
    button: Any
    do: Callable[[Any, str, int, Session, Deed], object]
    thanks: Any = ""
