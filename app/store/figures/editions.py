"""Editions of the annual report: how each stands, the documents of its figures, and every word ever written for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Date, delete, func, insert, select, union_all
from sqlalchemy.orm import Mapped, Session

from app.domain.figures.edition_states import Edition
from app.store.schema import Base, Exact, Keep, Kind, kept

NAMED = Keep(6, "the report was signed or answered", since="written_at")


class EditionRow(Base, kind=Kind.PROJECTION):
    """How an edition stands."""

    __tablename__ = "edition"

    id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    slug: Mapped[str] = kept(Exact, index=True, personal=None)
    first_on: Mapped[date] = kept(Date, personal=None)
    last_on: Mapped[date] = kept(Date, personal=None)
    stage: Mapped[str] = kept(personal=None)
    published_on: Mapped[date | None] = kept(Date, personal=None)


class EditionDocumentRow(Base, kind=Kind.WORDS):
    """The figures of an edition as they were counted once: the very text whose hash is on record."""

    __tablename__ = "edition_document"

    edition_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    text: Mapped[str] = kept(personal=None)


class EditionTextRow(Base, kind=Kind.WORDS):
    """What the landlord wrote in an edition, every version: a paragraph, a role, a response, a lesson or a reason."""

    __tablename__ = "edition_text"

    edition_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(personal=None)
    text: Mapped[str] = kept(personal=None)
    salt: Mapped[bytes] = kept(personal=None, secret=True)
    written_by: Mapped[str] = kept(personal=None)
    written_at: Mapped[datetime] = kept(personal=None)


class EditionNameRow(Base, kind=Kind.REFERENCE):
    """Who signed an edition, or answered it for the governing body. Its row stays, because the record names it."""

    __tablename__ = "edition_name"

    edition_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    name: Mapped[str | None] = kept(personal=NAMED)
    salt: Mapped[bytes | None] = kept(personal=NAMED, secret=True)
    written_at: Mapped[datetime] = kept(index=True, personal=None)


class EditionLine(NamedTuple):
    """One line of the list of editions."""

    id: int
    slug: str
    first_on: date
    last_on: date
    stage: str
    published_on: date | None


class Written(NamedTuple):
    """Words of an edition as they were kept, under a number that no others of it have."""

    number: int
    kind: str
    text: str
    salt: bytes
    written_by: str
    written_at: datetime


EDITION = EditionRow.__table__.c
DOCUMENT = EditionDocumentRow.__table__.c
TEXT = EditionTextRow.__table__.c
NAME = EditionNameRow.__table__.c
_LINES = select(*(EDITION[name] for name in EditionLine._fields))


def lines(session: Session) -> list[EditionLine]:
    """Every edition, that of the latest year and begun last first: a landlord makes one a year, or a few."""
    return _lines(session, _LINES)


def published(session: Session, slug: str | None = None) -> list[EditionLine]:
    """Every edition that was ever published, of one year or of all, in the same order."""
    rows = _LINES.where(EDITION.published_on.is_not(None))
    return _lines(session, rows if slug is None else rows.where(EDITION.slug == slug))


def of_year(session: Session, slug: str) -> list[EditionLine]:
    """Every edition of one year, in the same order."""
    return _lines(session, _LINES.where(EDITION.slug == slug))


def last_number(session: Session) -> int:
    """The number of the edition that was begun last, 0 before the first."""
    return session.scalar(select(func.max(EDITION.id))) or 0


def keep(session: Session, edition: Edition) -> None:
    """Put how an edition stands in the place of how it stood."""
    session.execute(delete(EditionRow.__table__).where(EDITION.id == edition.number))
    row = {
        "id": edition.number,
        "slug": edition.slug,
        "first_on": edition.period.first,
        "last_on": edition.period.last,
        "stage": edition.stage.value,
        "published_on": edition.published_on,
    }
    session.execute(insert(EditionRow.__table__), row)


def documents(session: Session, number: int) -> int:
    """How many times the figures of an edition were counted."""
    rows = select(func.max(DOCUMENT.number)).where(DOCUMENT.edition_id == number)
    return session.scalar(rows) or 0


def document(session: Session, number: int, document: int) -> str | None:
    """The figures of an edition as they were counted that time."""
    rows = select(DOCUMENT.text).where(DOCUMENT.edition_id == number, DOCUMENT.number == document)
    return session.scalar(rows)


def add_document(session: Session, number: int, document: int, text: str) -> None:
    """Keep the figures as they were counted now."""
    row = {"edition_id": number, "number": document, "text": text}
    session.execute(insert(EditionDocumentRow.__table__), row)


def last_text(session: Session, number: int) -> int:
    """The highest number given to words of an edition, names among them."""
    both = union_all(
        select(func.max(TEXT.number).label("number")).where(TEXT.edition_id == number),
        select(func.max(NAME.number).label("number")).where(NAME.edition_id == number),
    ).subquery()
    return session.scalar(select(func.max(both.c.number))) or 0


def texts(session: Session, number: int) -> dict[int, Written]:
    """All the words of an edition by their numbers; not the names."""
    rows = select(*(TEXT[name] for name in Written._fields)).where(TEXT.edition_id == number)
    return {row.number: Written(*row) for row in session.execute(rows.order_by(TEXT.number))}


def names(session: Session, number: int) -> dict[int, str]:
    """All the names in an edition by their numbers; one that was erased is empty."""
    rows = select(NAME.number, NAME.name).where(NAME.edition_id == number)
    return {of: name or "" for of, name in session.execute(rows)}


def add_texts(session: Session, number: int, written: Iterable[Written]) -> None:
    """Keep new words."""
    if rows := [each._asdict() | {"edition_id": number} for each in written]:
        session.execute(insert(EditionTextRow.__table__), rows)


def add_names(session: Session, number: int, written: Iterable[Written]) -> None:
    """Keep new names."""
    rows: list[dict[str, Any]] = [
        {
            "edition_id": number,
            "number": each.number,
            "name": each.text,
            "salt": each.salt,
            "written_at": each.written_at,
        }
        for each in written
    ]
    if rows:
        session.execute(insert(EditionNameRow.__table__), rows)


def all_words(session: Session, numbers: Collection[int]) -> dict[tuple[int, int], tuple[str | None, bytes | None]]:
    """The words and names of these editions with their salts, for proving that they are what they were."""
    texts = select(TEXT.edition_id, TEXT.number, TEXT.text, TEXT.salt).where(TEXT.edition_id.in_(numbers))
    names = select(NAME.edition_id, NAME.number, NAME.name, NAME.salt).where(NAME.edition_id.in_(numbers))
    found = [*session.execute(texts), *session.execute(names)]
    return {(edition, number): (text, salt) for edition, number, text, salt in found}


def all_documents(session: Session, numbers: Collection[int]) -> dict[tuple[int, int], str]:
    """The documents of these editions, for proving that they are what they were."""
    rows = select(DOCUMENT.edition_id, DOCUMENT.number, DOCUMENT.text).where(DOCUMENT.edition_id.in_(numbers))
    return {(edition, number): text for edition, number, text in session.execute(rows)}


def _lines(session: Session, rows: Any) -> list[EditionLine]:
    newest = rows.order_by(EDITION.last_on.desc(), EDITION.id.desc())
    return [EditionLine(*row) for row in session.execute(newest)]
