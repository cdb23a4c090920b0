"""The figures that everybody reads: counted by the nightly round, or when first asked for, and kept until the next."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.domain.deed import london_day
from app.domain.figures.documents import Document
from app.domain.figures.periods import DAY, Basis, Period, quarter_of, year_of
from app.domain.figures.reports import Asked
from app.domain.landlord.landlord import ENGLISH
from app.services.figures import reports
from app.store.figures import public as store
from app.store.figures.public import Counted

COUNTED_AT = "counted_at"
"""Under this the moment is kept beside the figures."""


class Kept(NamedTuple):
    """The figures of a period that is over, and when they were counted; the hour of those kept before it was is not."""

    period: Period
    counted_on: date
    counted_at: datetime | None
    document: Document


def periods(today: date) -> tuple[Period, Period]:
    """Return the last quarter that is over, and the last year that is."""
    return quarter_of(quarter_of(today).first - DAY), year_of(today).before


def marks(session: Session, today: date) -> list[Counted]:
    """Return what says whether the figures shown are still the same, without reading one: few rows, whoever asks."""
    shown = periods(today)
    return [each for each in store.counted(session) if each.period in shown]


def kept(session: Session, today: date) -> list[Kept]:
    """Return the figures that are kept of the last quarter and year, the quarter first."""
    found = []
    for each in marks(session, today):
        text = store.text(session, each.period)
        if text is not None:
            document = json.loads(text)
            at = document.pop(COUNTED_AT, None)
            counted_at = None if at is None else datetime.fromisoformat(at)
            found.append(Kept(each.period, each.counted_on, counted_at, document))
    return found


def missing(session: Session, today: date, *, of_today: bool = False) -> list[Period]:
    """Return the periods whose figures nobody counted yet; or not today, where they may have changed since."""
    known = {each.period for each in marks(session, today) if not of_today or each.counted_on >= today}
    return [each for each in periods(today) if each not in known]


def counted(session: Session, period: Period, today: date) -> Document:
    """Return the figures of a period, counted now: a long read, which no writing should wait for."""
    return reports.compute(session, Asked(period, Basis.RECEIVED, today, {}), ENGLISH)


def keep(session: Session, period: Period, document: Document, at: datetime) -> None:
    """Keep the figures of a period in the place of those before, and forget those of periods no longer shown."""
    today, kept_as = london_day(at), document | {COUNTED_AT: at.isoformat()}
    text = json.dumps(kept_as, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    store.keep(session, period, today, hashlib.sha256(text.encode()).hexdigest(), text)
    store.drop_others(session, periods(today))


def count_anew(session: Session) -> None:
    """Let a worker count what is shown anew: something changed that much of it, or somebody looks at it now."""
    store.unmark(session)


def is_waiting(session: Session) -> bool:
    """Return whether any figures are to be counted anew."""
    return store.waiting(session)


def claim(session: Session, today: date) -> list[Period]:
    """Take it upon oneself to count what is to be counted anew, and return which periods that is."""
    return [each for each in periods(today) if store.claim(session, each)]


def keep_claimed(session: Session, period: Period, document: Document, at: datetime) -> bool:
    """Keep figures that were claimed; return whether they hold: where all changed again meanwhile, they do not."""
    if not store.is_claimed(session, period):
        return False
    keep(session, period, document, at)
    return True
