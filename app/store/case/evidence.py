"""Files put with cases: where each is kept, and how far the worker is with it. What it is called stands in words."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Index, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.case.file_table import FileTable
from app.store.case.wordings import CASE
from app.store.schema import Base, Kind, kept


class EvidenceRow(Base, kind=Kind.WORDS):
    """One file of one case. `address` and `thumbnail` say where it is kept; erasing them lets the file go.

    `look_at` is when the worker has something to do with it, none when it is ready; `tries` is how often it had.
    """

    __tablename__ = "evidence"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(personal=None)
    scan: Mapped[str] = kept(personal=None)
    address: Mapped[str | None] = kept(personal=CASE)
    thumbnail: Mapped[str | None] = kept(personal=CASE)
    salt: Mapped[bytes | None] = kept(personal=CASE, secret=True)
    look_at: Mapped[datetime | None] = kept(personal=None)
    tries: Mapped[int] = kept(personal=None)


EVIDENCE = EvidenceRow.__table__.c
Index("ix_evidence_look_at", EvidenceRow.look_at)
Index("ix_evidence_address", EvidenceRow.address)
Index("ix_evidence_thumbnail", EvidenceRow.thumbnail)


class KeptFile(NamedTuple):
    """A file as it is kept; without an address it is gone."""

    case_id: int
    number: int
    kind: str
    scan: str
    address: str | None
    thumbnail: str | None
    salt: bytes | None
    look_at: datetime | None
    tries: int


FILES = FileTable(EvidenceRow.__table__, "case_id", KeptFile)
_KEPT = select(*(EVIDENCE[name] for name in KeptFile._fields))


def of_case(session: Session, case_id: int) -> dict[int, KeptFile]:
    """The files of a case by number."""
    found = [KeptFile(*row) for row in session.execute(_KEPT.where(EVIDENCE.case_id == case_id))]
    return {file.number: file for file in found}


def find(session: Session, case_id: int, number: int) -> KeptFile | None:
    """One file of a case; None where there is none."""
    row = session.execute(_KEPT.where(EVIDENCE.case_id == case_id, EVIDENCE.number == number)).first()
    return KeptFile(*row) if row else None


def let_go(session: Session, case_id: int, number: int) -> None:
    """Forget where a file is kept; that there was one stays on record, and the file itself goes with the next sweep."""
    one = update(EvidenceRow.__table__).where(EVIDENCE.case_id == case_id, EVIDENCE.number == number)
    session.execute(one.values(address=None, thumbnail=None, salt=None, look_at=None))
