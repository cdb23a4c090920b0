"""Figures that the worker counted before anybody asks for them, and what says whether they would be others now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Date, and_, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.figures.keeping import Place, Standing
from app.domain.figures.periods import Basis, Period
from app.store import upsert
from app.store.figures.counted import COUNTED
from app.store.people.equality import EqualityRow
from app.store.record import HEAD
from app.store.schema import Base, Kind, kept


class KeptFiguresRow(Base, kind=Kind.WORKING):
    """The figures of a time by a basis: `mark` says what they were counted from (services/figures/kept.py).

    `looked_at` is when they were last known to be right, `look_at` when a worker may look again. While they are
    counted for the first time there is no text.
    """

    __tablename__ = "kept_figures"

    first_on: Mapped[date] = kept(Date, primary_key=True, personal=None)
    last_on: Mapped[date] = kept(Date, primary_key=True, personal=None)
    basis: Mapped[str] = kept(primary_key=True, personal=None)
    mark: Mapped[str] = kept(personal=None)
    counted_at: Mapped[datetime] = kept(personal=None)
    looked_at: Mapped[datetime] = kept(personal=None)
    look_at: Mapped[datetime] = kept(personal=None)
    text: Mapped[str | None] = kept(personal=None)


class Counted(NamedTuple):
    """Figures as they were counted, when that was, and when they were last known to be right."""

    text: str
    counted_at: datetime
    looked_at: datetime


TABLE = KeptFiguresRow.__table__
FIGURES = TABLE.c


def standings(session: Session) -> dict[Place, Standing]:
    """How it stands with all that is kept."""
    rows = select(*_PLACE, FIGURES.mark, FIGURES.looked_at, FIGURES.look_at)
    return {Place(Period(row[0], row[1]), Basis(row[2])): Standing(*row[3:]) for row in session.execute(rows)}


def find(session: Session, place: Place) -> Counted | None:
    """The figures that are kept of a place, None where there are none yet."""
    rows = select(FIGURES.text, FIGURES.counted_at, FIGURES.looked_at)
    row = session.execute(rows.where(_is(place), FIGURES.text.is_not(None))).first()
    return Counted(*row) if row else None


def stages(session: Session, period: Period) -> int:
    """How many stages began in a period and the one before it."""
    within = COUNTED.begun_on.between(period.before.first, period.last)
    return session.execute(select(func.count()).where(within)).scalar_one()


def changes(session: Session) -> str:
    """A text that is another one whenever figures may be: every change but answers about equality is an event."""
    events = select(func.coalesce(func.sum(HEAD.position), 0)).scalar_subquery()
    last = select(func.coalesce(func.max(EqualityRow.id), 0)).scalar_subquery()
    told = select(func.count()).select_from(EqualityRow).scalar_subquery()
    return " ".join(str(int(each)) for each in session.execute(select(events, last, told)).one())


def claim(session: Session, place: Place, was: Standing | None, at: datetime, until: datetime) -> bool:
    """Let nobody else count figures until then, if they still stand as they did; whether they do."""
    if was is None:
        new: dict[str, object] = dict(zip(("first_on", "last_on", "basis"), _key(place), strict=True))
        new |= {"mark": "", "counted_at": at, "looked_at": at, "look_at": until, "text": None}
        return upsert.add_new(session, KeptFiguresRow, new)
    done = session.execute(update(TABLE).where(_is(place), FIGURES.look_at == was.look_at).values(look_at=until))
    return bool(done.rowcount)  # type: ignore[attr-defined]


def hold(session: Session, places: Collection[Place], at: datetime, until: datetime) -> None:
    """Note that these figures are still right, and when to look again."""
    _change(session, places, looked_at=at, look_at=until)


def keep(session: Session, place: Place, mark: str, text: str, at: datetime, until: datetime) -> None:
    """Put these figures in the place of those before, unless they were forgotten meanwhile."""
    _change(session, [place], mark=mark, text=text, counted_at=at, looked_at=at, look_at=until)


def forget(session: Session, places: Collection[Place]) -> None:
    """Forget the figures of these places."""
    if places:
        session.execute(delete(TABLE).where(or_(*map(_is, places))))


def forget_all(session: Session) -> None:
    """Forget all figures that are kept."""
    session.execute(delete(TABLE))


_PLACE = (FIGURES.first_on, FIGURES.last_on, FIGURES.basis)


def _key(place: Place) -> tuple[date, date, str]:
    return place.period.first, place.period.last, place.basis.value


def _is(place: Place) -> ColumnElement[bool]:
    return and_(*(column == value for column, value in zip(_PLACE, _key(place), strict=True)))


def _change(session: Session, places: Collection[Place], **changes: object) -> None:
    if places:
        session.execute(update(TABLE).where(or_(*map(_is, places))).values(**changes))
