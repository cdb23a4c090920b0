"""Return codes: looked up by a keyed hash, opened only together with a second factor the person chose."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.case.complaints import ComplaintRow
from app.store.case.wordings import CASE
from app.store.people.parties import PartyRow
from app.store.schema import Base, Kind, kept


class ReceiptRow(Base, kind=Kind.WORKING):
    """One return code of one party. `factor` is the argon2 hash of a number they chose; without one, the postcode."""

    __tablename__ = "receipt"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    case_id: Mapped[int] = kept(index=True, personal=None)
    party: Mapped[int] = kept(personal=None)
    code_hmac: Mapped[bytes] = kept(unique=True, personal=CASE, secret=True)
    factor: Mapped[str | None] = kept(personal=CASE, secret=True)
    made_at: Mapped[datetime] = kept(personal=None)
    revoked_at: Mapped[datetime | None] = kept(personal=None)


class Receipt(NamedTuple):
    """A return code that still opens, with the postcode of whose it is and the reference of their case."""

    id: int
    case_id: int
    party: int
    factor: str | None
    made_at: datetime
    postcode: str
    reference: str


_SAME = and_(PartyRow.case_id == ReceiptRow.case_id, PartyRow.number == ReceiptRow.party)
_COLUMNS = [getattr(ReceiptRow, name) for name in Receipt._fields[:-2]]
_RECEIPTS = (
    select(*_COLUMNS, PartyRow.postcode, ComplaintRow.reference)
    .join(PartyRow, _SAME)
    .join(ComplaintRow, ComplaintRow.id == ReceiptRow.case_id)
    .where(ReceiptRow.revoked_at.is_(None))
    .order_by(ReceiptRow.id.desc())
)


def add(session: Session, case_id: int, party: int, code_hmac: bytes, at: datetime) -> None:
    """Keep a new return code."""
    row = {"case_id": case_id, "party": party, "code_hmac": code_hmac, "made_at": at}
    session.execute(insert(ReceiptRow.__table__), row)


def find(session: Session, code_hmac: bytes) -> Receipt | None:
    """The return code with this keyed hash, unless it was revoked."""
    row = session.execute(_RECEIPTS.where(ReceiptRow.code_hmac == code_hmac)).one_or_none()
    return Receipt(*tuple(row)) if row else None


def of_party(session: Session, case_id: int, party: int) -> Receipt | None:
    """The newest return code of this party, unless it was revoked."""
    theirs = _RECEIPTS.where(ReceiptRow.case_id == case_id, ReceiptRow.party == party)
    row = session.execute(theirs.limit(1)).one_or_none()
    return Receipt(*tuple(row)) if row else None


def set_factor(session: Session, case_id: int, party: int, factor: str) -> None:
    """Give every live code of this party the second factor with this hash."""
    theirs = update(ReceiptRow.__table__).where(ReceiptRow.case_id == case_id, ReceiptRow.party == party)
    session.execute(theirs.where(ReceiptRow.revoked_at.is_(None)).values(factor=factor))


def revoke(session: Session, case_id: int, party: int, at: datetime) -> None:
    """No code of this party opens the case any more."""
    theirs = update(ReceiptRow.__table__).where(ReceiptRow.case_id == case_id, ReceiptRow.party == party)
    session.execute(theirs.where(ReceiptRow.revoked_at.is_(None)).values(revoked_at=at))
