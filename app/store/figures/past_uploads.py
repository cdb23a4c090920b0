"""Files of the past that staff sent: where each is kept until it is in, how far it is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, Index, and_, delete, func, insert, or_, select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.figures.past_uploads import Counted, Step
from app.store.pages import Page, Place, page
from app.store.schema import Base, Keep, Kind, kept

A_WHILE = Keep(years=0, days=14, after="it was sent", since="sent_at")
WITH_FILE = replace(A_WHILE, since="")
"""Goes when its file does."""


class PastUploadRow(Base, kind=Kind.WORKING):
    """One file. `address` and `rejected` say where it and its bad lines are kept, `found` what its page shows of it.

    `look_at` is when a worker may take it, of which `holder` is the last that did; `tries` is how often one began and
    came no further; `through` is how many lines it has gone through in this pass.
    """

    __tablename__ = "past_upload"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    sha256: Mapped[str] = kept(personal=A_WHILE)
    called: Mapped[str] = kept(personal=A_WHILE)
    size: Mapped[int] = kept(personal=None)
    days: Mapped[str] = kept(personal=None)
    create_missing: Mapped[bool] = kept(personal=None)
    skip_bad: Mapped[bool] = kept(personal=None)
    sent_by: Mapped[int] = kept(personal=None)
    sent_at: Mapped[datetime] = kept(personal=None)
    step: Mapped[str] = kept(personal=None)
    address: Mapped[str | None] = kept(personal=A_WHILE)
    rejected: Mapped[str | None] = kept(personal=A_WHILE)
    salt: Mapped[bytes] = kept(personal=A_WHILE, secret=True)
    lines: Mapped[int] = kept(personal=None)
    bad: Mapped[int] = kept(personal=None)
    known: Mapped[int] = kept(personal=None)
    through: Mapped[int] = kept(personal=None)
    found: Mapped[str] = kept(personal=A_WHILE)
    look_at: Mapped[datetime | None] = kept(personal=None)
    holder: Mapped[str] = kept(personal=None)
    tries: Mapped[int] = kept(personal=None)


class PastUploadFaultRow(Base, kind=Kind.WORKING):
    """What is wrong with one cell of a file; `wanted` has a line for each word that may stand there."""

    __tablename__ = "past_upload_fault"

    upload_id: Mapped[int] = kept(ForeignKey(PastUploadRow.id), primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    line: Mapped[int] = kept(personal=None)
    column: Mapped[str] = kept(personal=None)
    fault: Mapped[str] = kept(personal=None)
    found: Mapped[str] = kept(personal=WITH_FILE)
    wanted: Mapped[str] = kept(personal=None)


UPLOAD = PastUploadRow.__table__.c
FAULT = PastUploadFaultRow.__table__.c
Index("ix_past_upload_sha256", PastUploadRow.sha256)
Index("ix_past_upload_sent_at", PastUploadRow.sent_at)
Index("ix_past_upload_look_at", PastUploadRow.look_at)
MOST_LISTED = 50


class Upload(NamedTuple):
    """A file as it is kept."""

    id: int
    sha256: str
    called: str
    size: int
    days: str
    create_missing: bool
    skip_bad: bool
    sent_by: int
    sent_at: datetime
    step: str
    address: str | None
    rejected: str | None
    salt: bytes
    lines: int
    bad: int
    known: int
    through: int
    found: str
    look_at: datetime | None
    holder: str
    tries: int

    @property
    def at(self) -> Step:
        """How far it is."""
        return Step(self.step)

    @property
    def counted(self) -> Counted:
        """What it comes to."""
        return Counted(self.lines, self.bad, self.known, self.through)


class FaultLine(NamedTuple):
    """What is wrong with one cell, as a list shows it."""

    number: int
    line: int
    column: str
    fault: str
    found: str
    wanted: str


_UPLOADS = select(*(UPLOAD[name] for name in Upload._fields))


def add(session: Session, row: dict[str, object]) -> int:
    """Keep that a file was sent, and return its number."""
    table = PastUploadRow.__table__
    number: int = session.execute(insert(table).returning(UPLOAD.id), row).scalar_one()
    return number


def find(session: Session, number: int, *, held: bool = False) -> Upload | None:
    """The file of this number; `held`: nobody else changes it before this is done."""
    row = session.execute((_UPLOADS.with_for_update() if held else _UPLOADS).where(UPLOAD.id == number)).first()
    return Upload(*row) if row else None


def same(session: Session, sha256: str, days: str, *, create_missing: bool) -> int | None:
    """The number of the file that says the same to the letter, was sent in the same way, and is not in yet."""
    not_in = UPLOAD.step.not_in([Step.DONE.value, Step.GIVEN_UP.value])
    alike = and_(UPLOAD.sha256 == sha256, UPLOAD.days == days, UPLOAD.create_missing == create_missing, not_in)
    return session.scalar(select(UPLOAD.id).where(alike).limit(1))


def newest(session: Session) -> list[Upload]:
    """The files that were sent in the last weeks, the newest first."""
    rows = session.execute(_UPLOADS.order_by(UPLOAD.id.desc()).limit(MOST_LISTED))
    return [Upload(*row) for row in rows]


def claim(session: Session, holder: str, at: datetime, until: datetime) -> Upload | None:
    """The next file whose time has come, which nobody else takes until then; None where none waits."""
    due = _UPLOADS.where(UPLOAD.look_at <= at, UPLOAD.address.is_not(None)).order_by(UPLOAD.look_at)
    row = session.execute(due.limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    taken = {"look_at": until, "holder": holder, "tries": row.tries + 1}
    change(session, row.id, **taken)
    return Upload(*row)._replace(**taken)


def change(session: Session, number: int, **changes: object) -> None:
    """Change what is kept of a file."""
    session.execute(update(PastUploadRow.__table__).where(UPLOAD.id == number).values(**changes))


def change_held(session: Session, upload: Upload, **changes: object) -> bool:
    """Change what is kept of a file in a worker's hands; False where it is gone, or in those of another by now."""
    theirs = and_(UPLOAD.id == upload.id, UPLOAD.holder == upload.holder)
    done = session.execute(update(PastUploadRow.__table__).where(theirs).values(**changes))
    return bool(done.rowcount)  # type: ignore[attr-defined]


def remove(session: Session, number: int) -> None:
    """Forget a file, and what is wrong with it."""
    forget_faults(session, number)
    session.execute(delete(PastUploadRow.__table__).where(UPLOAD.id == number))


def add_faults(session: Session, number: int, faults: Sequence[FaultLine]) -> None:
    """Keep what is wrong with cells of a file."""
    if faults:
        rows = [{"upload_id": number, **fault._asdict()} for fault in faults]
        session.execute(insert(PastUploadFaultRow.__table__), rows)


def forget_faults(session: Session, number: int) -> None:
    """Forget what was wrong with a file."""
    session.execute(delete(PastUploadFaultRow.__table__).where(FAULT.upload_id == number))


def faults(session: Session, number: int, place: Place) -> Page[FaultLine]:
    """A page of what is wrong with a file, in the order of its lines."""
    rows = select(*(FAULT[name] for name in FaultLine._fields)).where(FAULT.upload_id == number)
    return page(session, rows, (FAULT.number,), FaultLine, place)


def count_faults(session: Session, number: int) -> int:
    """How many faults of a file are listed."""
    rows = select(func.count()).select_from(PastUploadFaultRow).where(FAULT.upload_id == number)
    return session.execute(rows).scalar_one()


def named(session: Session, addresses: Iterable[str]) -> set[str]:
    """Those of these addresses at which a file of the past, or its bad lines, are kept."""
    asked = list(addresses)
    if not asked:
        return set()
    rows = select(UPLOAD.address, UPLOAD.rejected).where(or_(UPLOAD.address.in_(asked), UPLOAD.rejected.in_(asked)))
    return {address for row in session.execute(rows) for address in row if address}


def every(session: Session) -> Iterator[tuple[str, bytes]]:
    """Where every file and its bad lines are kept, with their salt."""
    for address, rejected, salt in session.execute(select(UPLOAD.address, UPLOAD.rejected, UPLOAD.salt)):
        yield from ((each, salt) for each in (address, rejected) if each)
