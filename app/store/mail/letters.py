"""Issued letters: the blocks as they were frozen. Page, e-mail and print show these, next year too."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Mapped, Session

from app.store.case.wordings import CASE
from app.store.schema import Base, Kind, kept


class LetterRow(Base, kind=Kind.WORDS):
    """One letter of one case. `blocks` is the canonical JSON that the record's hash was made of."""

    __tablename__ = "letter"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    notice: Mapped[str] = kept(personal=None)
    stage: Mapped[int | None] = kept(personal=None)
    party: Mapped[int] = kept(personal=None)
    language: Mapped[str] = kept(personal=None)
    blocks: Mapped[str | None] = kept(personal=CASE)
    salt: Mapped[bytes | None] = kept(personal=CASE)
    sha256: Mapped[str] = kept(personal=None)
    issued_at: Mapped[datetime] = kept(personal=None)


class Letter(NamedTuple):
    """A letter as it is kept; None where it was erased."""

    case_id: int
    number: int
    notice: str
    stage: int | None
    party: int
    language: str
    blocks: str | None
    salt: bytes | None
    sha256: str
    issued_at: datetime


_LETTERS = select(*(getattr(LetterRow, name) for name in Letter._fields)).order_by(LetterRow.number)


def add(session: Session, letter: Letter) -> None:
    """Keep a letter."""
    session.execute(insert(LetterRow.__table__), letter._asdict())


def find(session: Session, case_id: int, number: int) -> Letter | None:
    """One letter of a case."""
    row = session.execute(_LETTERS.filter_by(case_id=case_id, number=number)).one_or_none()
    return Letter(*row) if row else None


def of_case(session: Session, case_id: int) -> list[Letter]:
    """Every letter of a case, in order."""
    return [Letter(*row) for row in session.execute(_LETTERS.filter_by(case_id=case_id))]
