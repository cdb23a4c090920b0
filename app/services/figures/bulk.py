"""Many new cases at once: what the services keep of each, made ahead and written in one statement a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.domain import history
from app.domain.case.state import Complaint
from app.domain.clock.calendar import Calendar
from app.domain.deed import Deed
from app.domain.history import Event
from app.domain.record import Recorded, canonical, kind_of
from app.services.case import found_by, projections
from app.store import many, record, search
from app.store.case import complaints
from app.store.schema import Base

Row = tuple[type[Base], dict[str, Any]]
NO_NUMBER = 0
"""Stands for the number of a case that has none yet."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case before it has a number: its events as they are written down (kind and facts), and its other rows."""

    line: str
    events: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def make(line: str, events: Sequence[Event], calendar: Calendar, deed: Deed) -> NewCase:
    """Return the case that these events make, folded; nothing is asked of the database, so nobody waits meanwhile."""
    folded = history.fold(Recorded(place, event, deed.by, deed.at) for place, event in enumerate(events, 1))
    written = tuple((kind_of(type(event)), canonical(event)) for event in events)
    return NewCase(line, written, tuple(_rows(folded, calendar, deed)))


def write(session: Session, cases: Sequence[NewCase], deed: Deed) -> None:
    """Keep these cases, all of them brought in by one deed: their events, and what is computed from them."""
    rows: dict[type[Base], list[dict[str, Any]]] = {}
    for number, case in zip(complaints.next_numbers(session, len(cases)), cases, strict=True):
        for table, row in (*record.new_stream(complaints.stream(number), case.events, deed), *_numbered(case, number)):
            rows.setdefault(table, []).append(row)
    many.add(session, rows)


def _rows(complaint: Complaint, calendar: Calendar, deed: Deed) -> Iterator[Row]:
    yield complaints.ComplaintRow, projections.row(NO_NUMBER, complaint, deed.at)
    yield from search.rows(NO_NUMBER, found_by.brought_in(complaint))
    for table, rows in projections.rows_beside(NO_NUMBER, complaint, calendar).items():
        for row in rows:
            yield table, dict(row)


def _numbered(case: NewCase, number: int) -> Iterator[Row]:
    for table, row in case.rows:
        row["id" if table is complaints.ComplaintRow else "case_id"] = number
        yield table, row
