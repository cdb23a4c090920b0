"""Files put with cases: where each is kept, and how far the worker is with it. What it is called stands in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Index, insert, or_, select, update
from sqlalchemy.orm import Mapped, Session

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


_KEPT = select(*(EVIDENCE[name] for name in KeptFile._fields))


def add(session: Session, file: KeptFile) -> None:
    """Keep where a new file is."""
    session.execute(insert(EvidenceRow.__table__), [file._asdict()])


def of_case(session: Session, case_id: int) -> dict[int, KeptFile]:
    """The files of a case by number."""
    found = [KeptFile(*row) for row in session.execute(_KEPT.where(EVIDENCE.case_id == case_id))]
    return {file.number: file for file in found}


def find(session: Session, case_id: int, number: int) -> KeptFile | None:
    """One file of a case; None where there is none."""
    row = session.execute(_KEPT.where(EVIDENCE.case_id == case_id, EVIDENCE.number == number)).first()
    return KeptFile(*row) if row else None


def claim(session: Session, at: datetime, until: datetime) -> KeptFile | None:
    """The next file whose time has come, which nobody else takes until then; None where none waits."""
    due = _KEPT.where(EVIDENCE.look_at <= at, EVIDENCE.address.is_not(None))
    row = session.execute(due.order_by(EVIDENCE.look_at).limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    file = KeptFile(*row)
    change(session, file, look_at=until, tries=file.tries + 1)
    return file._replace(look_at=until, tries=file.tries + 1)


def change(session: Session, file: KeptFile, **changes: object) -> bool:
    """Change where a file is kept, or how far it is; False where it is no longer what it was when it was read."""
    same = (
        EVIDENCE.case_id == file.case_id,
        EVIDENCE.number == file.number,
        EVIDENCE.address == file.address,
        EVIDENCE.look_at == file.look_at,
    )
    done = session.execute(update(EvidenceRow.__table__).where(*same).values(**changes))
    return bool(done.rowcount)  # type: ignore[attr-defined]


def let_go(session: Session, case_id: int, number: int) -> None:
    """Forget where a file is kept; that there was one stays on record, and the file itself goes with the next sweep."""
    one = update(EvidenceRow.__table__).where(EVIDENCE.case_id == case_id, EVIDENCE.number == number)
    session.execute(one.values(address=None, thumbnail=None, salt=None, look_at=None))


def named(session: Session, addresses: Iterable[str]) -> set[str]:
    """Those of these addresses at which some file of some case is kept."""
    asked = list(addresses)
    if not asked:
        return set()
    rows = select(EVIDENCE.address, EVIDENCE.thumbnail).where(
        or_(EVIDENCE.address.in_(asked), EVIDENCE.thumbnail.in_(asked))
    )
    return {address for row in session.execute(rows) for address in row if address}


def every(session: Session) -> Iterator[tuple[str, bytes]]:
    """Where every file is kept, small ones too, and its salt."""
    for address, thumbnail, salt in session.execute(select(EVIDENCE.address, EVIDENCE.thumbnail, EVIDENCE.salt)):
        yield from ((each, salt) for each in (address, thumbnail) if each and salt)
