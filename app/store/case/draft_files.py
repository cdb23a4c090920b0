"""Files put with complaints that are still being told: where each is, what it is called, how far the worker is with it.

They go with their draft, or into the case that it becomes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, Index, delete, func, select
from sqlalchemy.orm import Mapped, Session

from app.store.case.drafts import DRAFT, LEFT_ALONE
from app.store.case.file_table import FileTable
from app.store.schema import Base, Kind, kept

WITH_DRAFT = replace(LEFT_ALONE, since="")
"""Goes when its draft does: whatever is touched of a draft keeps its files too."""


class DraftFileRow(Base, kind=Kind.WORKING):
    """One file of one draft. `came_as`, `size` and `sha256` are of what was sent, the rest of what it is kept as.

    `set_aside` says why nobody can open it after all: it is gone, and they are told.
    """

    __tablename__ = "draft_file"

    token_hash: Mapped[bytes] = kept(ForeignKey("draft.token_hash"), primary_key=True, personal=None, secret=True)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    came_as: Mapped[str] = kept(personal=None)
    size: Mapped[int] = kept(personal=None)
    sha256: Mapped[str] = kept(personal=WITH_DRAFT)
    called: Mapped[str] = kept(personal=WITH_DRAFT)
    set_aside: Mapped[str | None] = kept(personal=None)
    kind: Mapped[str] = kept(personal=None)
    scan: Mapped[str] = kept(personal=None)
    address: Mapped[str | None] = kept(personal=WITH_DRAFT)
    thumbnail: Mapped[str | None] = kept(personal=WITH_DRAFT)
    salt: Mapped[bytes | None] = kept(personal=WITH_DRAFT, secret=True)
    look_at: Mapped[datetime | None] = kept(personal=None)
    tries: Mapped[int] = kept(personal=None)


FILE = DraftFileRow.__table__.c
Index("ix_draft_file_look_at", DraftFileRow.look_at)
Index("ix_draft_file_address", DraftFileRow.address)
Index("ix_draft_file_thumbnail", DraftFileRow.thumbnail)


class DraftFile(NamedTuple):
    """A file as it is kept with a draft; without an address it is gone."""

    token_hash: bytes
    number: int
    came_as: str
    size: int
    sha256: str
    called: str
    set_aside: str | None
    kind: str
    scan: str
    address: str | None
    thumbnail: str | None
    salt: bytes | None
    look_at: datetime | None
    tries: int


FILES = FileTable(DraftFileRow.__table__, "token_hash", DraftFile)
_KEPT = select(*(FILE[name] for name in DraftFile._fields))


def hold(session: Session, token_hash: bytes) -> bool:
    """Let nobody else change or send this draft until this is done; False where there is none (any more)."""
    draft = select(DRAFT.token_hash).where(DRAFT.token_hash == token_hash).with_for_update()
    return session.execute(draft).first() is not None


def next_number(session: Session, token_hash: bytes) -> int:
    """The number of the next file of a draft."""
    return (session.scalar(select(func.max(FILE.number)).where(FILE.token_hash == token_hash)) or 0) + 1


def of_draft(session: Session, token_hash: bytes) -> list[DraftFile]:
    """The files of a draft, the newest last."""
    rows = session.execute(_KEPT.where(FILE.token_hash == token_hash).order_by(FILE.number))
    return [DraftFile(*row) for row in rows]


def remove(session: Session, token_hash: bytes, number: int) -> bool:
    """Forget one file of a draft; False where there is none."""
    done = session.execute(delete(DraftFileRow.__table__).where(FILE.token_hash == token_hash, FILE.number == number))
    return bool(done.rowcount)  # type: ignore[attr-defined]


def remove_all(session: Session, token_hash: bytes) -> None:
    """Forget every file of a draft."""
    session.execute(delete(DraftFileRow.__table__).where(FILE.token_hash == token_hash))
