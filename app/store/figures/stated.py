"""What landlords state for their figures: every statement is kept, and the last under each key holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Index, Select, func, insert, select, text
from sqlalchemy.orm import Mapped, Session

from app.domain.figures.stated import Key, Statement, Subject
from app.store.schema import Base, Exact, Kind, kept


class StatedFigureRow(Base, kind=Kind.HISTORY):
    """A figure as somebody stated it once. Numbers are written out, so that both databases give back the same."""

    __tablename__ = "stated_figure"

    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    subject: Mapped[str] = kept(Exact, personal=None)
    name: Mapped[str] = kept(Exact, personal=None)
    part: Mapped[str] = kept(Exact, personal=None)
    first: Mapped[date] = kept(personal=None)
    last: Mapped[date] = kept(personal=None)
    value: Mapped[str | None] = kept(personal=None)
    beside: Mapped[str | None] = kept(personal=None)
    stated_by: Mapped[str] = kept(personal=None)
    stated_at: Mapped[datetime] = kept(personal=None)

    __table_args__ = (Index("ix_stated_figure_key", "subject", "name", "part", "first", "last", "number"),)


class Stated(NamedTuple):
    """A statement in its place: its number, by whom it is and when it was made."""

    number: int
    statement: Statement
    by: str
    at: datetime


ROW = StatedFigureRow.__table__.c
_KEY = (ROW.subject, ROW.name, ROW.part, ROW.first, ROW.last)
_ROWS = select(*_KEY, ROW.value, ROW.beside, ROW.number, ROW.stated_by, ROW.stated_at)
_LAST = select(func.max(ROW.number)).group_by(*_KEY)


def hold(session: Session) -> None:
    """Let nobody else state anything before this transaction is over; SQLite has one writer, and needs no telling."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("LOCK TABLE stated_figure IN SHARE ROW EXCLUSIVE MODE"))


def last_number(session: Session) -> int:
    """Return the number of the last statement of all, 0 where there is none."""
    return session.scalar(select(func.coalesce(func.max(ROW.number), 0))) or 0


def current(session: Session, *subjects: Subject) -> list[Stated]:
    """Return what holds now, of these subjects or of all, by key; what was taken back too."""
    return _read(session, _of(_ROWS.where(ROW.number.in_(_of(_LAST, subjects))), subjects).order_by(*_KEY))


def history(session: Session, *subjects: Subject) -> list[Stated]:
    """Return every statement of these subjects or of all, the newest first."""
    return _read(session, _of(_ROWS, subjects).order_by(ROW.number.desc()))


def after(session: Session, number: int) -> list[Stated]:
    """Return what was stated after a statement."""
    return _read(session, _ROWS.where(ROW.number > number).order_by(ROW.number))


def add(session: Session, statements: Iterable[Statement], first: int, by: str, at: datetime) -> None:
    """Keep statements beside those before them, numbered from `first` on."""
    rows = [
        {
            **each.key._asdict(),
            "number": number,
            "subject": each.key.subject.value,
            "value": _written(each.value),
            "beside": _written(each.beside),
            "stated_by": by,
            "stated_at": at,
        }
        for number, each in enumerate(statements, first)
    ]
    session.execute(insert(StatedFigureRow.__table__), rows)


def _of(rows: Select[Any], subjects: Sequence[Subject]) -> Select[Any]:
    return rows.where(ROW.subject.in_([each.value for each in subjects])) if subjects else rows


def _read(session: Session, rows: Select[Any]) -> list[Stated]:
    return [_stated(*row) for row in session.execute(rows)]


def _stated(
    subject: str,
    name: str,
    part: str,
    first: date,
    last: date,
    value: str | None,
    beside: str | None,
    number: int,
    by: str,
    at: datetime,
) -> Stated:
    key = Key(Subject(subject), name, part, first, last)
    return Stated(number, Statement(key, _number(value), _number(beside)), by, at)


def _written(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _number(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)
