"""Lists that somebody narrowed and kept under a name: what the address asks for, and never what was typed."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Kind, kept


class SavedFilterRow(Base, kind=Kind.REFERENCE):
    """One list: of which page, and whether everybody sees it."""

    __tablename__ = "saved_filter"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    staff: Mapped[int] = kept(index=True, personal=None)
    place: Mapped[str] = kept(personal=None)
    name: Mapped[str] = kept(personal=None)
    asked: Mapped[str] = kept(personal=None)
    everybody: Mapped[bool] = kept(personal=None)


class SavedFilter(NamedTuple):
    """A list that was kept."""

    id: int
    staff: int
    place: str
    name: str
    asked: str
    everybody: bool


SAVED = SavedFilterRow.__table__.c
_SAVED = select(*(SAVED[name] for name in SavedFilter._fields))


def add(session: Session, staff: int, place: str, name: str, asked: str, *, everybody: bool) -> int:
    """Keep a list, and return its number."""
    row = {"staff": staff, "place": place, "name": name, "asked": asked, "everybody": everybody}
    number: int = session.execute(insert(SavedFilterRow.__table__).returning(SAVED.id), row).scalar_one()
    return number


def of_place(session: Session, staff: int, place: str) -> list[SavedFilter]:
    """The lists of a page that somebody sees: their own and everybody's, by name."""
    rows = _SAVED.where(SAVED.place == place, SAVED.everybody | (SAVED.staff == staff))
    return [SavedFilter(*row) for row in session.execute(rows.order_by(SAVED.name, SAVED.id))]


def find(session: Session, number: int) -> SavedFilter | None:
    """The list with this number."""
    row = session.execute(_SAVED.where(SAVED.id == number)).one_or_none()
    return SavedFilter(*row) if row else None


def count(session: Session, staff: int) -> int:
    """How many lists somebody keeps."""
    return session.scalar(select(func.count()).where(SAVED.staff == staff)) or 0


def change(session: Session, number: int, name: str, *, everybody: bool) -> None:
    """Call a list otherwise, and say who sees it."""
    row = update(SavedFilterRow.__table__).where(SAVED.id == number)
    session.execute(row.values(name=name, everybody=everybody))


def remove(session: Session, number: int) -> None:
    """Keep a list no longer."""
    session.execute(delete(SavedFilterRow.__table__).where(SAVED.id == number))
