"""Answers about equality. A row names no case and no day, so that nothing leads from it to whoever gave it."""

from __future__ import annotations

from sqlalchemy import insert
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Keep, Kind, kept

COUNTED = Keep(years=3, after="the year in which it was given", since="year")


class EqualityRow(Base, kind=Kind.WORDS):
    """What one person said of themselves; an empty answer was not given."""

    __tablename__ = "equality"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    year: Mapped[int] = kept(index=True, personal=None)
    age: Mapped[str] = kept(personal=COUNTED)
    disabled: Mapped[str] = kept(personal=COUNTED)
    ethnicity: Mapped[str] = kept(personal=COUNTED)


def add(session: Session, year: int, age: str, disabled: str, ethnicity: str) -> None:
    """Keep one person's answers."""
    row = {"year": year, "age": age, "disabled": disabled, "ethnicity": ethnicity}
    session.execute(insert(EqualityRow.__table__), row)
