"""Rows of sign-ins. Of the random token in the cookie only a hash is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, bindparam, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.case.complaints import ComplaintRow
from app.store.schema import Base, Keep, Kind, kept

TWO_DAYS = Keep(years=0, days=2, after="it was last used: it has ended by then, and a day more", since="seen_at")


class SessionRow(Base, kind=Kind.WORKING):
    """One sign-in on one device: a member of staff's, or a resident's to certain cases."""

    __tablename__ = "session"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    token_hash: Mapped[bytes] = kept(unique=True, personal=None, secret=True)
    kind: Mapped[str] = kept(personal=None)
    staff_id: Mapped[int | None] = kept(ForeignKey("staff.id"), index=True, personal=None)
    opened_at: Mapped[datetime] = kept(personal=None)
    seen_at: Mapped[datetime] = kept(index=True, personal=None)
    device: Mapped[str] = kept(default="", personal=TWO_DAYS)


class SessionCaseRow(Base, kind=Kind.WORKING):
    """A case that a resident's sign-in opens, and as which party: never an address's, never a home's."""

    __tablename__ = "session_case"

    session_id: Mapped[int] = kept(ForeignKey("session.id"), primary_key=True, personal=None)
    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, index=True, personal=None)
    party: Mapped[int] = kept(personal=None)


class Opened(NamedTuple):
    """A sign-in as its owner may see it listed."""

    id: int
    kind: str
    staff_id: int | None
    opened_at: datetime
    seen_at: datetime
    device: str


class CaseOpened(NamedTuple):
    """A case that a sign-in opens, and as which party."""

    case_id: int
    party: int
    reference: str


_OPENED = select(*(getattr(SessionRow, name) for name in Opened._fields))

_NEW = insert(SessionRow.__table__).returning(SessionRow.__table__.c.id)

# Asked on every page of a resident's, so once for all, and by the columns themselves.
SESSION, CASE, COMPLAINT = SessionRow.__table__.c, SessionCaseRow.__table__.c, ComplaintRow.__table__.c
_BY_TOKEN = (
    select(*(SESSION[name] for name in Opened._fields), CASE.case_id, CASE.party, COMPLAINT.reference)
    .outerjoin(SessionCaseRow.__table__, CASE.session_id == SESSION.id)
    .outerjoin(ComplaintRow.__table__, COMPLAINT.id == CASE.case_id)
    .where(SESSION.token_hash == bindparam("token_hash"))
    .order_by(CASE.case_id)
)


def add(session: Session, row: Mapping[str, object], cases: Iterable[tuple[int, int]]) -> int:
    """Keep a sign-in to these (case, party) and return its number."""
    session_id = session.execute(_NEW, row).scalar_one()
    opened = [{"session_id": session_id, "case_id": case_id, "party": party} for case_id, party in cases]
    if opened:
        session.execute(insert(SessionCaseRow.__table__), opened)
    return int(session_id)


def find(session: Session, token_hash: bytes) -> tuple[Opened, list[CaseOpened]] | None:
    """The sign-in with this token, and the cases it opens."""
    rows = session.execute(_BY_TOKEN, {"token_hash": token_hash}).all()
    if not rows:
        return None
    size = len(Opened._fields)
    return Opened(*rows[0][:size]), [CaseOpened(*row[size:]) for row in rows if row.case_id is not None]


def to_case(session: Session, case_id: int, party: int) -> list[Opened]:
    """Every sign-in that opens this case as this party, the latest seen first."""
    theirs = select(SessionCaseRow.session_id).filter_by(case_id=case_id, party=party)
    rows = session.execute(_OPENED.where(SessionRow.id.in_(theirs)).order_by(SessionRow.seen_at.desc()))
    return [Opened(*row) for row in rows]


def saw(session: Session, session_id: int, at: datetime) -> None:
    """Note that a sign-in was used."""
    session.execute(update(SessionRow).where(SessionRow.id == session_id).values(seen_at=at))


def remove(session: Session, ids: Iterable[int]) -> None:
    """End these sign-ins at once, on whatever device they are."""
    wanted = list(ids)
    session.execute(delete(SessionCaseRow).where(SessionCaseRow.session_id.in_(wanted)))
    session.execute(delete(SessionRow).where(SessionRow.id.in_(wanted)))


def of_staff(session: Session, staff_id: int) -> list[int]:
    """The numbers of a member of staff's sign-ins."""
    return list(session.scalars(select(SessionRow.id).where(SessionRow.staff_id == staff_id)))
