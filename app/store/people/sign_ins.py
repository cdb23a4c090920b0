"""Requests to be let in: which code was asked for, by which browser, and until when it is good. No secret stands here.

A request for a reference that nobody has is kept like any other, so that the answer takes no less time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Kind, kept


class SignInRow(Base, kind=Kind.WORKING):
    """One code for one party. With a `contact` it confirms that new contact, and signs nobody in."""

    __tablename__ = "sign_in"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    request_hash: Mapped[bytes] = kept(index=True, personal=None, secret=True)
    sought: Mapped[str] = kept(personal=None)
    case_id: Mapped[int | None] = kept(index=True, personal=None)
    party: Mapped[int | None] = kept(personal=None)
    contact: Mapped[int | None] = kept(personal=None)
    asked_at: Mapped[datetime] = kept(index=True, personal=None)
    times_asked: Mapped[int] = kept(default=1, personal=None)
    code_hmac: Mapped[bytes | None] = kept(personal=None, secret=True)
    link_hmac: Mapped[bytes | None] = kept(unique=True, personal=None, secret=True)
    good_until: Mapped[datetime | None] = kept(personal=None)
    spent_at: Mapped[datetime | None] = kept(personal=None)


class SignIn(NamedTuple):
    """A request to be let in. No case: there is none with the reference that was typed."""

    id: int
    sought: str
    case_id: int | None
    party: int | None
    contact: int | None
    times_asked: int
    code_hmac: bytes | None
    link_hmac: bytes | None
    good_until: datetime | None


_UNSPENT = select(*(getattr(SignInRow, name) for name in SignIn._fields)).where(SignInRow.spent_at.is_(None))


def add(
    session: Session,
    request_hash: bytes,
    sought: str,
    whose: Iterable[tuple[int | None, int | None]],
    at: datetime,
    contact: int | None = None,
) -> list[int]:
    """Keep a request, a row for each (case, party) who may answer it, and return their numbers."""
    same = {"request_hash": request_hash, "sought": sought, "contact": contact, "asked_at": at, "times_asked": 1}
    rows = [same | {"case_id": case_id, "party": party} for case_id, party in whose]
    return list(session.scalars(insert(SignInRow).returning(SignInRow.id), rows))


def find(session: Session, id: int) -> SignIn | None:
    """The request with this number, unless it was spent."""
    row = session.execute(_UNSPENT.where(SignInRow.id == id)).one_or_none()
    return SignIn(*row) if row else None


def of_request(session: Session, request_hash: bytes) -> list[SignIn]:
    """The codes that this browser asked for and has not used."""
    rows = session.execute(_UNSPENT.where(SignInRow.request_hash == request_hash).order_by(SignInRow.id))
    return [SignIn(*row) for row in rows]


def of_contact(session: Session, case_id: int, party: int, contact: int) -> list[SignIn]:
    """The codes that would confirm this contact of a party and have not been used."""
    rows = _UNSPENT.filter_by(case_id=case_id, party=party, contact=contact).order_by(SignInRow.id)
    return [SignIn(*row) for row in session.execute(rows)]


def mint(session: Session, id: int, code_hmac: bytes, link_hmac: bytes | None, good_until: datetime) -> None:
    """Keep what a new code and link are looked up by; those sent before are worth nothing now."""
    values = {"code_hmac": code_hmac, "link_hmac": link_hmac, "good_until": good_until}
    session.execute(update(SignInRow).where(SignInRow.id == id).values(values))


def ask_again(session: Session, id: int) -> int:
    """Count one more asking of the same request, and return how many that makes."""
    more = update(SignInRow).where(SignInRow.id == id).values(times_asked=SignInRow.times_asked + 1)
    return session.execute(more.returning(SignInRow.times_asked)).scalar_one()


def spend(session: Session, id: int, at: datetime) -> bool:
    """Use a code up; False when somebody was faster."""
    mine = update(SignInRow).where(SignInRow.id == id, SignInRow.spent_at.is_(None)).values(spent_at=at)
    return session.scalar(mine.returning(SignInRow.id)) is not None


def revoke(session: Session, case_id: int, party: int, at: datetime) -> None:
    """No code that was sent to this party lets anybody in any more."""
    theirs = update(SignInRow).where(SignInRow.case_id == case_id, SignInRow.party == party)
    session.execute(theirs.where(SignInRow.spent_at.is_(None)).values(spent_at=at))


def forget(session: Session, before: datetime) -> None:
    """Remove the requests made before an instant."""
    session.execute(delete(SignInRow).where(SignInRow.asked_at < before))
