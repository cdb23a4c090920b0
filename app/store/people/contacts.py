"""Addresses and numbers by which a person may be reached; a barred one is never used again (ruling 1)."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.people.preferences import Way
from app.store.case.wordings import CASE
from app.store.schema import Base, Kind, kept


class ContactRow(Base, kind=Kind.WORDS):
    """One way to one person. Usable once it is confirmed, until it is barred."""

    __tablename__ = "contact"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    party: Mapped[int] = kept(personal=None)
    way: Mapped[str] = kept(personal=None)
    value: Mapped[str] = kept(personal=CASE)
    given_at: Mapped[datetime] = kept(personal=None)
    usable: Mapped[bool] = kept(personal=None)
    barred_at: Mapped[datetime | None] = kept(personal=None)


class Contact(NamedTuple):
    """One way to one person."""

    case_id: int
    number: int
    party: int
    way: Way
    value: str
    given_at: datetime
    usable: bool
    barred_at: datetime | None


CONTACT = ContactRow.__table__.c
_CONTACTS = select(*(CONTACT[name] for name in Contact._fields)).order_by(CONTACT.number)
_LAST = select(func.max(CONTACT.number)).where(CONTACT.case_id == bindparam("case_id"))
_USABLE = _CONTACTS.where(
    CONTACT.case_id == bindparam("case_id"),
    CONTACT.party == bindparam("party"),
    CONTACT.usable,
    CONTACT.barred_at.is_(None),
)


def count(session: Session, case_id: int) -> int:
    """The highest number given to a contact of this case."""
    return session.execute(_LAST, {"case_id": case_id}).scalar_one() or 0


def add(session: Session, contact: Contact) -> None:
    """Keep a new way to reach somebody."""
    session.execute(insert(ContactRow.__table__), contact._asdict() | {"way": contact.way.value})


def of_case(session: Session, case_id: int) -> list[Contact]:
    """Every way ever given in a case, barred ones among them."""
    return [_contact(*row) for row in session.execute(_CONTACTS.filter_by(case_id=case_id))]


def usable(session: Session, case_id: int, party: int) -> dict[Way, Contact]:
    """The newest usable contact of a person for each way."""
    rows = session.execute(_USABLE, {"case_id": case_id, "party": party})
    return {contact.way: contact for contact in (_contact(*row) for row in rows)}


def of_party(session: Session, case_id: int, party: int) -> list[Contact]:
    """Every way ever given by a person, barred ones and ones not yet confirmed among them."""
    return [_contact(*row) for row in session.execute(_CONTACTS.filter_by(case_id=case_id, party=party))]


def retire(session: Session, case_id: int, number: int) -> None:
    """Use this contact no more, because another has taken its place."""
    _change(session, case_id, number, usable=False)


def bar(session: Session, case_id: int, number: int, at: datetime) -> None:
    """Never use this contact again, from this instant."""
    _change(session, case_id, number, usable=False, barred_at=at)


def retire_all(session: Session, case_id: int) -> None:
    """Use no contact of a case any more: whoever they led to is not known here now."""
    session.execute(update(ContactRow.__table__).where(ContactRow.case_id == case_id).values(usable=False))


def confirm(session: Session, case_id: int, number: int) -> None:
    """Let this contact be used."""
    _change(session, case_id, number, usable=True)


def _change(session: Session, case_id: int, number: int, **values: object) -> None:
    row = update(ContactRow.__table__).where(ContactRow.case_id == case_id, ContactRow.number == number)
    session.execute(row.values(**values))


def _contact(case_id: int, number: int, party: int, way: str, *rest: object) -> Contact:
    return Contact(case_id, number, party, Way(way), *rest)  # type: ignore[arg-type]
