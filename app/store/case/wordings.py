"""What people said: each text in a row of its own, so that it can be erased while the record stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Keep, Kind, kept

CASE = Keep(years=6, after="the complaint ended", with_case=True)


class WordingRow(Base, kind=Kind.WORDS):
    """One text of one case. Its salt lives and dies with it: without the salt the record's hash means nothing."""

    __tablename__ = "wording"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(personal=None)
    text: Mapped[str | None] = kept(personal=CASE)
    salt: Mapped[bytes | None] = kept(personal=CASE, secret=True)
    sha256: Mapped[str] = kept(personal=None)
    said_at: Mapped[datetime] = kept(personal=None)


class Wording(NamedTuple):
    """One text as it is kept; None where it was erased."""

    number: int
    kind: str
    text: str | None
    salt: bytes | None
    sha256: str
    said_at: datetime


WORDING = WordingRow.__table__.c
_SOME = select(WORDING.number, WORDING.text).where(
    WORDING.case_id == bindparam("case_id"), WORDING.number.in_(bindparam("numbers", expanding=True))
)
_TEXTS = select(WORDING.number, WORDING.text).where(WORDING.case_id == bindparam("case_id"))
_LAST = select(func.max(WORDING.number)).where(WORDING.case_id == bindparam("case_id"))


def count(session: Session, case_id: int) -> int:
    """The highest number given to words of this case."""
    return session.execute(_LAST, {"case_id": case_id}).scalar_one() or 0


def add(session: Session, case_id: int, wordings: Iterable[Wording]) -> None:
    """Keep new words."""
    rows = [wording._asdict() | {"case_id": case_id} for wording in wordings]
    if rows:
        session.execute(insert(WordingRow.__table__), rows)


def erase(session: Session, case_id: int, number: int) -> None:
    """Erase one text with its salt; that there was one stays on record."""
    one = update(WordingRow.__table__).where(WORDING.case_id == case_id, WORDING.number == number)
    session.execute(one.values(text=None, salt=None))


def texts(session: Session, case_id: int) -> dict[int, str]:
    """All the texts of a case by number; an erased one is empty."""
    return {number: text or "" for number, text in session.execute(_TEXTS, {"case_id": case_id})}


def some(session: Session, case_id: int, numbers: Iterable[int]) -> dict[int, str]:
    """These texts of a case by number; an erased one is empty."""
    rows = session.execute(_SOME, {"case_id": case_id, "numbers": list(numbers)})
    return {number: text or "" for number, text in rows}


def of_kinds(session: Session, case_ids: Iterable[int], kinds: Iterable[str]) -> dict[int, list[str]]:
    """What was written of some kinds in each of these cases, in its order; not what was erased."""
    rows = select(WORDING.case_id, WORDING.text).where(
        WORDING.case_id.in_(list(case_ids)), WORDING.kind.in_(list(kinds)), WORDING.text.is_not(None)
    )
    found: dict[int, list[str]] = {}
    for case_id, text in session.execute(rows.order_by(WORDING.case_id, WORDING.number)):
        found.setdefault(case_id, []).append(text or "")
    return found


def first_words(session: Session, case_ids: Iterable[int]) -> dict[int, str]:
    """What each of these cases began with, by the number of the case; not of those where it was erased."""
    rows = select(WordingRow.case_id, WordingRow.text).where(
        WordingRow.case_id.in_(list(case_ids)), WordingRow.number == 1, WordingRow.text.is_not(None)
    )
    return {case_id: text or "" for case_id, text in session.execute(rows)}
