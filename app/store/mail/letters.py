"""Issued letters: the blocks as they were frozen. Page, e-mail and print show these, next year too."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.clock.duty_kinds import TOLD_BY
from app.store.case.complaints import ComplaintRow
from app.store.case.wordings import CASE
from app.store.clock.duties import KEY
from app.store.clock.duty_rows import DutyRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
from app.store.schema import Base, Kind, kept


class LetterRow(Base, kind=Kind.WORDS):
    """One letter of one case. `blocks` is the canonical JSON that the record's hash was made of."""

    __tablename__ = "letter"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    notice: Mapped[str] = kept(personal=None)
    stage: Mapped[int | None] = kept(personal=None)
    party: Mapped[int] = kept(personal=None)
    language: Mapped[str] = kept(personal=None)
    blocks: Mapped[str | None] = kept(personal=CASE)
    salt: Mapped[bytes | None] = kept(personal=CASE, secret=True)
    sha256: Mapped[str] = kept(personal=None)
    issued_at: Mapped[datetime] = kept(personal=None)


class Letter(NamedTuple):
    """A letter as it is kept; None where it was erased."""

    case_id: int
    number: int
    notice: str
    stage: int | None
    party: int
    language: str
    blocks: str | None
    salt: bytes | None
    sha256: str
    issued_at: datetime


_LETTERS = select(*(getattr(LetterRow, name) for name in Letter._fields)).order_by(LetterRow.number)


def add(session: Session, letter: Letter) -> None:
    """Keep a letter."""
    session.execute(insert(LetterRow.__table__), letter._asdict())


def find(session: Session, case_id: int, number: int) -> Letter | None:
    """One letter of a case."""
    row = session.execute(_LETTERS.filter_by(case_id=case_id, number=number)).one_or_none()
    return Letter(*row) if row else None


def of_case(session: Session, case_id: int) -> list[Letter]:
    """Every letter of a case, in order."""
    return [Letter(*row) for row in session.execute(_LETTERS.filter_by(case_id=case_id))]


def erase(session: Session, case_id: int, number: int) -> None:
    """Erase the words of one letter with their salt; that it was written stays on record."""
    one = update(LetterRow.__table__).where(LetterRow.case_id == case_id, LetterRow.number == number)
    session.execute(one.values(blocks=None, salt=None))


class ToGo(NamedTuple):
    """A letter that somebody must post, ring about or find a way for; `kind` is that duty's."""

    due_on: date
    due_minute: int
    case_id: int
    kind: str
    stage: int
    number: int
    reference: str
    notice: str
    flags: str
    language: str
    name: str | None
    holder: str | None


BY_HAND = tuple(kind.value for kind in TOLD_BY.values())
_TO_GO: Select[*tuple[Any, ...]] = (
    select(
        *KEY,
        ComplaintRow.reference,
        LetterRow.notice,
        ComplaintRow.flags,
        ComplaintRow.language,
        PartyRow.name,
        StaffRow.name,
    )
    .join(ComplaintRow, ComplaintRow.id == DutyRow.case_id)
    .join(LetterRow, (LetterRow.case_id == DutyRow.case_id) & (LetterRow.number == DutyRow.number))
    .outerjoin(PartyRow, (PartyRow.case_id == LetterRow.case_id) & (PartyRow.number == LetterRow.party))
    .outerjoin(StaffRow, StaffRow.id == DutyRow.staff)
)


def to_go(session: Session, member: Member, kinds: tuple[str, ...], place: Place) -> Page[ToGo]:
    """A page of the letters that go by somebody's hand and have not gone yet, the next due first."""
    rows = _TO_GO.where(visible_to(member, DutyRow.case_id), DutyRow.kind.in_(kinds))
    return page(session, rows, KEY, ToGo, place)
