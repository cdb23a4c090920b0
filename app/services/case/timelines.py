"""What happened in a case, a line an event, in order; for the resident, or all of it for staff (5.12, ruling 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from app.domain.deed import Actor, london_day
from app.domain.history import Event
from app.domain.mail.letters import LetterIssued
from app.domain.mail.notices import Notice
from app.domain.people.parties import PartyJoined, Role
from app.domain.said import Said
from app.services.case import projections
from app.store.record import Written
from app.words.case.facts import Known

Tell = Callable[[Event, Mapping[int, str], str, Known], str | None]
"""`to_resident` or `to_staff` of app/words/case/events.py."""

WRITTEN_AT_ONCE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened; `written_on` is given when it was typed more than a day later (ruling 12).

    `position` is its place in the record, to tell what is new to somebody.
    """

    on: date
    text: str
    by: Actor
    written_on: date | None
    position: int


def lines(
    written: Iterable[Written], tell: Tell, names: Mapping[int, str], language: str, known: Known
) -> tuple[Line, ...]:
    """Return the lines of a history in the words of `tell`, oldest first; `names` are those of staff by number."""
    return tuple(sorted(_lines(written, tell, names, language, known), key=lambda line: line.on))


def known(written: Iterable[Written]) -> Known:
    """Return what a whole history says of its letters, people and texts: its lines name them by it."""
    letters: dict[int, tuple[Notice, date]] = {}
    parties: dict[int, Role] = {}
    texts: dict[int, date] = {}
    for each in written:
        event, on = projections.recorded(each).event, london_day(each.at)
        texts.update(dict.fromkeys(_texts(event), on))
        if isinstance(event, LetterIssued):
            letters[event.letter] = event.notice, on
        if isinstance(event, PartyJoined):
            parties[event.party] = event.role
    return Known(letters, parties, texts)


def _texts(value: object) -> Iterator[int]:
    """Yield the numbers of the texts that an event points at, however deep they stand in it."""
    if isinstance(value, Said):
        yield value.number
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    else:
        of: Any = type(value)
        for name in _names(of):
            yield from _texts(getattr(value, name))


@cache
def _names(of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of)) if is_dataclass(of) else ()


def _lines(
    written: Iterable[Written], tell: Tell, names: Mapping[int, str], language: str, known: Known
) -> Iterator[Line]:
    for each in written:
        event = projections.recorded(each).event
        text = tell(event, names, language, known)
        if text is None:
            continue
        recorded_on = london_day(each.at)
        happened_on: date = getattr(event, "happened_on", recorded_on)
        late = recorded_on - happened_on > WRITTEN_AT_ONCE
        yield Line(happened_on, text, each.by, recorded_on if late else None, each.position)
