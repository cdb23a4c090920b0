"""The figures that the public is shown, as they were counted once: a page reads them and counts nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import Date, delete, select, tuple_, update
from sqlalchemy.orm import Mapped, Session

from app.domain.figures.periods import Period
from app.store import upsert
from app.store.schema import Base, Kind, kept


class PublicFiguresRow(Base, kind=Kind.WORKING):
    """The figures of a period that is over; `mark` says what they were counted from (services/figures/public.py)."""

    __tablename__ = "public_figures"

    first_on: Mapped[date] = kept(Date, primary_key=True, personal=None)
    last_on: Mapped[date] = kept(Date, primary_key=True, personal=None)
    counted_on: Mapped[date] = kept(Date, personal=None)
    mark: Mapped[str] = kept(personal=None)
    text: Mapped[str] = kept(personal=None)


class Counted(NamedTuple):
    """When the figures of a period were counted, and from what."""

    period: Period
    counted_on: date
    mark: str


FIGURES = PublicFiguresRow.__table__.c
ANEW, CLAIMED = "", "being counted"
"""Marks of figures that are to be counted anew, and of those that somebody counts."""


def counted(session: Session) -> list[Counted]:
    """Every period whose figures are kept, the latest first."""
    rows = select(FIGURES.first_on, FIGURES.last_on, FIGURES.counted_on, FIGURES.mark)
    found = session.execute(rows.order_by(FIGURES.last_on.desc(), FIGURES.first_on.desc()))
    return [Counted(Period(first, last), on, mark) for first, last, on, mark in found]


def text(session: Session, period: Period) -> str | None:
    """The figures of a period as they were counted, None where they were not."""
    its = FIGURES.first_on == period.first, FIGURES.last_on == period.last
    return session.scalar(select(FIGURES.text).where(*its))


def keep(session: Session, period: Period, counted_on: date, mark: str, text: str) -> None:
    """Put these figures of a period in the place of those before."""
    row = {"first_on": period.first, "last_on": period.last, "counted_on": counted_on, "mark": mark, "text": text}
    upsert.put(session, PublicFiguresRow, row)


def drop_others(session: Session, periods: Collection[Period]) -> None:
    """Forget the figures of every other period."""
    place = tuple_(FIGURES.first_on, FIGURES.last_on)
    shown = [(each.first, each.last) for each in periods]
    session.execute(delete(PublicFiguresRow.__table__).where(place.not_in(shown)))


def unmark(session: Session) -> None:
    """Let all of them be counted anew; they are shown until then."""
    session.execute(update(PublicFiguresRow.__table__).values(mark=ANEW))


def claim(session: Session, period: Period) -> bool:
    """Take it upon oneself to count those of a period anew, if they are to be and nobody else does."""
    its = FIGURES.first_on == period.first, FIGURES.last_on == period.last, FIGURES.mark == ANEW
    changed = session.execute(update(PublicFiguresRow.__table__).where(*its).values(mark=CLAIMED))
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def is_claimed(session: Session, period: Period) -> bool:
    """Whether those of a period are still as whoever counts them found them."""
    its = FIGURES.first_on == period.first, FIGURES.last_on == period.last
    return session.scalar(select(FIGURES.mark).where(*its)) == CLAIMED


def waiting(session: Session) -> bool:
    """Whether any are to be counted anew."""
    return session.scalar(select(FIGURES.mark).where(FIGURES.mark == ANEW).limit(1)) is not None
