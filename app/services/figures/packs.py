"""Packs: the figures of the week, month or quarter before a day, and each week what is open on it (9.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.figures import packs
from app.domain.figures.documents import Document
from app.domain.figures.packs import Due, Open, Pack
from app.domain.figures.periods import Basis
from app.domain.figures.reports import Asked
from app.domain.landlord.landlord import Landlord
from app.domain.oversight.improvements import Lesson
from app.services.figures import reports
from app.services.landlord import landlord
from app.services.oversight import improvements
from app.store.figures import live as store
from app.store.landlord import staff

BASIS = Basis.EVENT
"""A pack is of what fell due or was issued in its time."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a pack holds: the figures of its time, what is open, in the weekly one, lessons, and whose it is."""

    pack: Pack
    document: Document
    live: Document | None
    lessons: tuple[Lesson, ...]
    by: str


def fill(session: Session, pack: Pack, on: date, language: str) -> Filled:
    """Return a pack as it is on a day: what fell due or was issued in the time before it."""
    asked = Asked(packs.period_of(pack, on), BASIS, on, {})
    ours = landlord.current(session)
    live = _live(session, ours, on) if pack is Pack.WEEKLY else None
    lessons = improvements.lessons(session, asked.period) if pack is Pack.QUARTERLY else ()
    return Filled(pack, reports.compute(session, asked, language), live, lessons, ours.name)


def _live(session: Session, ours: Landlord, on: date) -> Document:
    found = store.open_on(session, on)
    names = {
        each.id: each.name for each in staff.some(session, {row[4] for row in found if row[4] is not None}).values()
    }
    themes = {each.key: each.name for each in ours.themes}
    some = (
        Open(
            stage, Due(due), age, themes.get(theme or "", theme), None if handler is None else names.get(handler), count
        )
        for stage, due, age, theme, handler, count in found
    )
    return packs.live(some, store.oldest(session, on), on)
