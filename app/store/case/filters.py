"""Which cases a list shows: what narrows a list of cases, or of what is to be done in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, literal

from app.store.case.complaints import ComplaintRow


class Narrowed(NamedTuple):
    """Which cases are sought; what is left out does not matter. Nothing here says who anybody is who complained."""

    stage: int | None = None
    phase: str = ""
    flag: str = ""
    area: str = ""
    since: date | None = None
    until: date | None = None
    handler: int | None = None
    nobodys: bool = False


EVERY = Narrowed()


def conditions(narrowed: Narrowed) -> Iterator[ColumnElement[bool]]:
    """The conditions that a case is among those sought."""
    if narrowed.stage is not None:
        yield ComplaintRow.stage == narrowed.stage
    if narrowed.phase:
        yield ComplaintRow.phase == narrowed.phase
    if narrowed.flag:
        yield (literal(" ") + ComplaintRow.flags + " ").contains(f" {narrowed.flag} ", autoescape=True)
    if narrowed.area:
        yield ComplaintRow.service_area == narrowed.area
    if narrowed.since is not None:
        yield ComplaintRow.received_on >= narrowed.since
    if narrowed.until is not None:
        yield ComplaintRow.received_on <= narrowed.until
    if narrowed.handler is not None:
        yield ComplaintRow.handler == narrowed.handler
    if narrowed.nobodys:
        yield ComplaintRow.handler.is_(None)
