"""Who takes part in a case: what they are called, where they live, and what to mind when reaching them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Date, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.case.wordings import CASE
from app.store.schema import Base, Exact, Kind, kept


class PartyRow(Base, kind=Kind.WORDS):
    """One person's part in one case, as they told us. `mind` is the code word, the times to ring, and the like."""

    __tablename__ = "party"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    role: Mapped[str] = kept(personal=None)
    name: Mapped[str] = kept(default="", personal=CASE)
    address: Mapped[str] = kept(default="", personal=CASE)
    postcode: Mapped[str] = kept(Exact, default="", personal=CASE)
    tenure: Mapped[str] = kept(default="", personal=CASE)
    relationship: Mapped[str] = kept(default="", personal=CASE)
    mind: Mapped[str] = kept(default="", personal=CASE)
    joined_on: Mapped[date] = kept(Date, personal=None)


class Party(NamedTuple):
    """A person as a page or a letter needs them."""

    case_id: int
    number: int
    role: str
    name: str
    address: str
    postcode: str
    tenure: str
    relationship: str
    mind: str
    joined_on: date


PARTY = PartyRow.__table__.c
_OF_CASE = (
    select(*(PARTY[name] for name in Party._fields)).where(PARTY.case_id == bindparam("case_id")).order_by(PARTY.number)
)


def add(session: Session, party: Party) -> None:
    """Keep a person's part in a case."""
    session.execute(insert(PartyRow.__table__), party._asdict())


def of_case(session: Session, case_id: int) -> list[Party]:
    """Everybody who takes part in a case, by number."""
    return [Party(*row) for row in session.execute(_OF_CASE, {"case_id": case_id})]


def change(session: Session, case_id: int, number: int, **values: str) -> None:
    """Change what a person is called, where they live or what to mind."""
    theirs = update(PartyRow.__table__).where(PartyRow.case_id == case_id, PartyRow.number == number)
    session.execute(theirs.values(**values))
