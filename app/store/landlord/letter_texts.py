"""The landlord's own words in letters: every version is kept, and the last of each letter and language is printed."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Exact, Kind, kept


class LetterTextRow(Base, kind=Kind.REFERENCE):
    """The words of one letter in one language, as somebody wrote them once."""

    __tablename__ = "letter_text"

    letter: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    language: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    version: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    opening: Mapped[str] = kept(personal=None)
    ending: Mapped[str] = kept(personal=None)
    written_by: Mapped[int] = kept(personal=None)
    written_at: Mapped[datetime] = kept(personal=None)


class LetterText(NamedTuple):
    """One version of the words of a letter."""

    letter: str
    language: str
    version: int
    opening: str
    ending: str
    written_by: int
    written_at: datetime


TEXT = LetterTextRow.__table__.c
_TEXTS = select(*(TEXT[name] for name in LetterText._fields))
_LATEST = select(TEXT.letter, TEXT.language, func.max(TEXT.version).label("version")).group_by(
    TEXT.letter, TEXT.language
)


def latest(session: Session, letter: str, language: str) -> LetterText | None:
    """The words that are printed now in a letter of this language; None where there were never any."""
    rows = _TEXTS.where(TEXT.letter == letter, TEXT.language == language)
    row = session.execute(rows.order_by(TEXT.version.desc()).limit(1)).one_or_none()
    return LetterText(*row) if row else None


def all_latest(session: Session, language: str | None = None) -> list[LetterText]:
    """The words that are printed now, of every letter; of one language, or of all."""
    last = _LATEST.subquery()
    same = (TEXT.letter == last.c.letter) & (TEXT.language == last.c.language) & (TEXT.version == last.c.version)
    rows = _TEXTS.join(last, same)
    return [
        LetterText(*row) for row in session.execute(rows if language is None else rows.where(TEXT.language == language))
    ]


def version(session: Session, letter: str, language: str, number: int) -> LetterText | None:
    """The words of a letter as this version had them."""
    row = session.execute(_TEXTS.where(TEXT.letter == letter, TEXT.language == language, TEXT.version == number))
    found = row.one_or_none()
    return LetterText(*found) if found else None


def add(session: Session, text: LetterText) -> None:
    """Keep another version beside those before it."""
    session.execute(insert(LetterTextRow.__table__), text._asdict())
