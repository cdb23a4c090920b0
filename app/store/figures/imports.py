"""Files that brought the past in, and which of their lines became which case."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, insert, select, text, update
from sqlalchemy.orm import Mapped, Session

from app.domain.case.state import Complaint
from app.store.case.complaints import ComplaintRow
from app.store.schema import Base, Exact, Kind, kept


class ImportRow(Base, kind=Kind.REFERENCE):
    """A file that was brought in: what is in the record by `import:3` is of number 3."""

    __tablename__ = "import"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    sha256: Mapped[str] = kept(unique=True, personal=None)
    begun_at: Mapped[datetime] = kept(personal=None)
    finished_at: Mapped[datetime | None] = kept(personal=None)


class PastLineRow(Base, kind=Kind.PROJECTION):
    """A line of a file that became a case: by what it is known by, so that no file brings it in twice."""

    __tablename__ = "past_line"

    line: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    content: Mapped[str] = kept(personal=None)
    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), unique=True, personal=None)


PAST_LINE = PastLineRow.__table__.c


def begin(session: Session, sha256: str, at: datetime) -> int:
    """Return the number of the file with this hash, a new one when it was never begun."""
    found = session.scalar(select(ImportRow.id).where(ImportRow.sha256 == sha256))
    if found is not None:
        return found
    row = {"sha256": sha256, "begun_at": at}
    return session.execute(insert(ImportRow.__table__).returning(ImportRow.id), row).scalar_one()


def finish(session: Session, number: int, at: datetime) -> None:
    """Note that every line of a file was gone through."""
    session.execute(update(ImportRow).where(ImportRow.id == number).values(finished_at=at))


def hold(session: Session) -> None:
    """Let nobody else bring lines in before this transaction is over; SQLite has one writer, and needs no telling."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("LOCK TABLE past_line IN SHARE ROW EXCLUSIVE MODE"))


def known(session: Session, lines: Collection[str]) -> dict[str, str]:
    """Return what the lines said that were brought in before, by what they are known by."""
    rows = session.execute(select(PAST_LINE.line, PAST_LINE.content).where(PAST_LINE.line.in_(lines)))
    return {row.line: row.content for row in rows}


def row(case_id: int, complaint: Complaint) -> dict[str, object] | None:
    """Return the line that a case came from as its row keeps it, None for a case that began here."""
    past = complaint.past
    return None if past is None else {"line": past.line, "content": past.content, "case_id": case_id}
