"""Figures that the worker counts before anybody asks: those of 200,000 complaints take seconds, a page may not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.deed import london_day
from app.domain.figures import keeping
from app.domain.figures.documents import VERSION, Document
from app.domain.figures.keeping import Place, Standing, Work
from app.domain.figures.reports import Asked
from app.domain.landlord.landlord import ENGLISH
from app.services.figures import reports
from app.store.figures import kept as store


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, when it was counted, and whether that was for whoever asks."""

    document: Document
    counted_at: datetime
    live: bool


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker does next, of figures that stand so, and what they will have been counted from."""

    work: Work
    was: Standing | None
    mark: str
    at: datetime


def shown(session: Session, asked: Asked, language: str, at: datetime) -> Shown:
    """Return the figures of a time: those that are kept, else counted now. They are kept in English alone."""
    found = store.find(session, Place(asked.period, asked.basis)) if language == ENGLISH else None
    if found is not None and keeping.holds(found.looked_at, at):
        return Shown(json.loads(found.text), found.counted_at, live=False)
    return Shown(reports.compute(session, asked, language), at, live=True)


def look(session: Session, at: datetime, slow: int = keeping.SLOW) -> Job | None:
    """Return what is to be done about kept figures; None where it is nothing. `slow`: from how many stages on."""
    today = london_day(at)
    known, wanted = store.standings(session), _wanted(session, today, slow)
    if not keeping.is_due(known, wanted, at):
        return None
    mark = f"{today} {VERSION} {store.changes(session)}"
    work = keeping.work(known, wanted, mark, at)
    return Job(work, None if work.anew is None else known.get(work.anew), mark, at)


def begin(session: Session, job: Job) -> bool:
    """Forget what nobody will ask for and note what still holds; return whether there are figures to be counted."""
    work, at = job.work, job.at
    store.forget(session, work.forget)
    store.hold(session, work.hold, at, at + keeping.AT_MOST_EVERY)
    return work.anew is not None and store.claim(session, work.anew, job.was, at, at + keeping.LEASE)


def count(session: Session, place: Place, at: datetime) -> Document:
    """Return figures counted now: a long read, which no writing should wait for."""
    return reports.compute(session, Asked(place.period, place.basis, london_day(at), {}), ENGLISH)


def keep(session: Session, place: Place, job: Job, document: Document, took: timedelta) -> None:
    """Keep figures that took so long to count, in the place of those before and in the order in which they stand."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    store.keep(session, place, job.mark, text, job.at, job.at + keeping.again_after(took))


def forget(session: Session) -> None:
    """Forget all of them: what they are counted from, or how, is another."""
    store.forget_all(session)


def _wanted(session: Session, today: date, slow: int) -> tuple[Place, ...]:
    places = keeping.places(today)
    many = {each for each in {place.period for place in places} if store.stages(session, each) >= slow}
    return tuple(place for place in places if place.period in many)
