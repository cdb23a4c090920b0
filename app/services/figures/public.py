"""The figures that everybody reads: counted by the nightly round, or when first asked for, and kept until the next."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.domain.figures.documents import Document
from app.domain.figures.periods import DAY, Basis, Period, quarter_of, year_of
from app.domain.figures.reports import Asked
from app.domain.landlord.landlord import ENGLISH
from app.services.figures import reports
from app.store.figures import public as store
from app.store.figures.public import Counted


class Kept(NamedTuple):
    """The figures of a period that is over, and the day on which they were counted."""

    period: Period
    counted_on: date
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
            found.append(Kept(each.period, each.counted_on, json.loads(text)))
    return found


def missing(session: Session, today: date, *, of_today: bool = False) -> list[Period]:
    """Return the periods whose figures nobody counted yet; or not today, where they may have changed since."""
    known = {each.period for each in marks(session, today) if not of_today or each.counted_on >= today}
    return [each for each in periods(today) if each not in known]


def counted(session: Session, period: Period, today: date) -> Document:
    """Return the figures of a period, counted now: a long read, which no writing should wait for."""
    return reports.compute(session, Asked(period, Basis.RECEIVED, today, {}), ENGLISH)


def keep(session: Session, period: Period, document: Document, today: date) -> None:
    """Keep the figures of a period in the place of those before, and forget those of periods no longer shown."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    store.keep(session, period, today, hashlib.sha256(text.encode()).hexdigest(), text)
    store.drop_others(session, periods(today))
