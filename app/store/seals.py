"""Seals: each night one row over the heads of every stream that has grown since the seal before.

The chain of hashes within a stream shows a changed event. The seals show what no chain can: that the last
events of a stream, or the whole of it, are gone.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, and_, insert, select
from sqlalchemy.orm import Mapped, Session

from app.domain.record import BEFORE_THE_FIRST, digest
from app.store.record import EventRow, Head, HeadRow
from app.store.schema import Base, Exact, Kind, kept


class SealRow(Base, kind=Kind.HISTORY):
    __tablename__ = "seal"

    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    at: Mapped[datetime] = kept(personal=None)
    heads: Mapped[str] = kept(personal=None)
    previous: Mapped[str] = kept(personal=None)
    hash: Mapped[str] = kept(personal=None)


class SealedHeadRow(Base, kind=Kind.HISTORY):
    """A head that a seal has seen; `SealRow.heads` is the digest of all it saw."""

    __tablename__ = "sealed_head"
    __table_args__ = ({"sqlite_with_rowid": False},)

    stream: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    position: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    hash: Mapped[str] = kept(personal=None)
    seal: Mapped[int] = kept(ForeignKey(SealRow.number), index=True, personal=None)


class Seal(NamedTuple):
    """One link of the chain of seals."""

    number: int
    at: datetime
    heads: str
    previous: str
    hash: str


SEALS = select(*(getattr(SealRow, name) for name in Seal._fields))
BEFORE_THE_FIRST_SEAL = (0, BEFORE_THE_FIRST)


def last(session: Session) -> tuple[int, str]:
    """The number and hash of the last seal."""
    row = session.execute(select(SealRow.number, SealRow.hash).order_by(SealRow.number.desc()).limit(1)).one_or_none()
    return (row.number, row.hash) if row else BEFORE_THE_FIRST_SEAL


def unsealed(session: Session, size: int) -> list[Head]:
    """Heads that no seal has seen yet."""
    seen = and_(SealedHeadRow.stream == HeadRow.stream, SealedHeadRow.position == HeadRow.position)
    heads = select(HeadRow.stream, HeadRow.position, HeadRow.hash).outerjoin(SealedHeadRow, seen)
    rows = session.execute(heads.where(SealedHeadRow.stream.is_(None)).order_by(HeadRow.stream).limit(size))
    return [Head(*row) for row in rows]


def add(session: Session, heads: Sequence[Head], at: datetime) -> Seal:
    """Chain one seal over these heads."""
    number, previous = last(session)
    body = number + 1, at, digest(heads), previous
    seal = Seal(*body, digest(body))
    session.execute(insert(SealRow.__table__), seal._asdict())
    if heads:
        session.execute(insert(SealedHeadRow.__table__), [head._asdict() | {"seal": seal.number} for head in heads])
    return seal


def read(session: Session) -> list[Seal]:
    """Every seal, in order."""
    return [Seal(*row) for row in session.execute(SEALS.order_by(SealRow.number))]


def heads_of(session: Session, seal: int) -> list[Head]:
    """The heads that a seal has seen."""
    heads = select(SealedHeadRow.stream, SealedHeadRow.position, SealedHeadRow.hash).filter_by(seal=seal)
    return [Head(*row) for row in session.execute(heads.order_by(SealedHeadRow.stream))]


def missing(session: Session) -> list[Head]:
    """Heads that were sealed and are no longer in the record."""
    same = and_(
        EventRow.stream == SealedHeadRow.stream,
        EventRow.position == SealedHeadRow.position,
        EventRow.hash == SealedHeadRow.hash,
    )
    gone = select(SealedHeadRow.stream, SealedHeadRow.position, SealedHeadRow.hash).outerjoin(EventRow, same)
    rows = session.execute(gone.where(EventRow.stream.is_(None)).order_by(SealedHeadRow.stream))
    return [Head(*row) for row in rows]
