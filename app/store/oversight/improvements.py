"""The register of improvements: how each stands, every word of it, and which complaints it came from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, ForeignKey, Select, Text, cast, delete, func, insert, literal, select
from sqlalchemy.orm import Mapped, Session

from app.domain.case.closures import Closed
from app.domain.case.phases import Phase
from app.domain.oversight.improvements import Improvement, TextKind
from app.domain.record import kind_of
from app.store import upsert
from app.store.case.complaints import ComplaintRow
from app.store.case.wordings import WordingRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member
from app.store.record import EVENT, EventRow
from app.store.schema import Base, Keep, Kind, kept

WRITTEN = Keep(6, "it was written", since="written_at")


class ImprovementRow(Base, kind=Kind.PROJECTION):
    """How an improvement stands: its list entries and its day are those of the public version, else of the last."""

    __tablename__ = "improvement"

    id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    versions: Mapped[int] = kept(personal=None)
    public: Mapped[int] = kept(personal=None)
    service_area: Mapped[str] = kept(personal=None)
    theme: Mapped[str] = kept(personal=None)
    done_on: Mapped[date | None] = kept(Date, personal=None)
    published_on: Mapped[date | None] = kept(Date, personal=None)


class ImprovementCaseRow(Base, kind=Kind.PROJECTION):
    """A complaint that an improvement came from: never told to the public."""

    __tablename__ = "improvement_case"

    improvement_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    case_id: Mapped[int] = kept(
        ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, index=True, personal=None
    )


class ImprovementTextRow(Base, kind=Kind.REFERENCE):
    """Words of one version of an improvement. The row stays, because the record names it; the words go in time."""

    __tablename__ = "improvement_text"

    improvement_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    version: Mapped[int] = kept(personal=None)
    kind: Mapped[str] = kept(personal=None)
    text: Mapped[str | None] = kept(personal=WRITTEN)
    salt: Mapped[bytes | None] = kept(personal=WRITTEN, secret=True)
    written_by: Mapped[str] = kept(personal=None)
    written_at: Mapped[datetime] = kept(index=True, personal=None)


class Written(NamedTuple):
    """Words of an improvement as they are kept; None once they were erased."""

    number: int
    version: int
    kind: str
    text: str | None
    salt: bytes | None
    written_by: str
    written_at: datetime


class ImprovementLine(NamedTuple):
    """An improvement with what its last version, or its public one, says."""

    id: int
    versions: int
    public: int
    service_area: str
    theme: str
    done_on: date | None
    published_on: date | None
    you_said: str
    learnt: str
    did: tuple[str, ...]


class Candidate(NamedTuple):
    """What was learnt from a complaint as it was closed: its words by their numbers."""

    case_id: int
    reference: str
    facts: str


IMPROVEMENT = ImprovementRow.__table__.c
TEXT = ImprovementTextRow.__table__.c
_OF = tuple(name for name in ImprovementLine._fields if name in IMPROVEMENT)


def every(session: Session) -> list[ImprovementLine]:
    """Every improvement by what it says now, the one begun last first."""
    rows = _with_texts(IMPROVEMENT.versions).order_by(IMPROVEMENT.id.desc(), TEXT.number)
    return list(_lines(session.execute(rows)))


def public(session: Session, first: date | None = None, last: date | None = None) -> list[ImprovementLine]:
    """Those that everybody may read, done from one day to another: the latest done first."""
    rows = _with_texts(IMPROVEMENT.public).where(IMPROVEMENT.public > 0)
    if first is not None:
        rows = rows.where(IMPROVEMENT.done_on >= first)
    if last is not None:
        rows = rows.where(IMPROVEMENT.done_on <= last)
    found = session.execute(rows.order_by(IMPROVEMENT.done_on.desc(), IMPROVEMENT.id.desc(), TEXT.number))
    return [line for line in _lines(found) if line.you_said and line.did]


def last_number(session: Session) -> int:
    """The number of the improvement that was begun last, 0 before the first."""
    return session.scalar(select(func.max(IMPROVEMENT.id))) or 0


def keep(session: Session, improvement: Improvement) -> None:
    """Put how an improvement stands in the place of how it stood."""
    version = improvement.shown or improvement.latest
    if version is None:
        return
    upsert.put(
        session,
        ImprovementRow,
        {
            "id": improvement.number,
            "versions": len(improvement.versions),
            "public": improvement.public,
            "service_area": version.service_area,
            "theme": version.theme,
            "done_on": version.done_on,
            "published_on": improvement.published_on,
        },
    )
    session.execute(delete(ImprovementCaseRow.__table__).filter_by(improvement_id=improvement.number))
    latest = improvement.latest or version
    if cases := [{"improvement_id": improvement.number, "case_id": case} for case in latest.cases]:
        session.execute(insert(ImprovementCaseRow.__table__), cases)


def texts(session: Session, number: int) -> dict[int, Written]:
    """All the words of an improvement by their numbers."""
    rows = select(*(TEXT[name] for name in Written._fields)).where(TEXT.improvement_id == number)
    return {row.number: Written(*row) for row in session.execute(rows.order_by(TEXT.number))}


def add_texts(session: Session, number: int, written: Iterable[Written]) -> None:
    """Keep new words."""
    if rows := [each._asdict() | {"improvement_id": number} for each in written]:
        session.execute(insert(ImprovementTextRow.__table__), rows)


def all_words(session: Session, numbers: Collection[int]) -> dict[tuple[int, int], tuple[str | None, bytes | None]]:
    """The words of these improvements with their salts, for proving that they are what they were."""
    rows = select(TEXT.improvement_id, TEXT.number, TEXT.text, TEXT.salt).where(TEXT.improvement_id.in_(numbers))
    return {(of, number): (text, salt) for of, number, text, salt in session.execute(rows)}


def cases(session: Session, references: Collection[str], member: Member) -> dict[str, int]:
    """The numbers of the complaints with these references that this member of staff may know of."""
    rows = select(ComplaintRow.reference, ComplaintRow.id)
    found = rows.where(ComplaintRow.reference.in_(references), visible_to(member, ComplaintRow.id))
    return {row.reference: row.id for row in session.execute(found)}


def references(session: Session, numbers: Collection[int], member: Member) -> list[str]:
    """The references of these complaints that this member of staff may know of."""
    rows = select(ComplaintRow.reference).where(ComplaintRow.id.in_(numbers), visible_to(member, ComplaintRow.id))
    return list(session.scalars(rows.order_by(ComplaintRow.id)))


def candidates(session: Session, member: Member, size: int, reference: str | None = None) -> list[Candidate]:
    """What was learnt from complaints that are closed and led to no improvement yet, the latest received first.

    Or from the one with this reference; of none that this member of staff may not know of.
    """
    used = select(ImprovementCaseRow.case_id)
    closed = (
        select(ComplaintRow.id, ComplaintRow.reference)
        .where(ComplaintRow.phase == Phase.FINISHED.value, visible_to(member, ComplaintRow.id))
        .where(ComplaintRow.id.not_in(used) if reference is None else ComplaintRow.reference == reference)
        .order_by(ComplaintRow.received_on.desc(), ComplaintRow.id.desc())
        .limit(size)
        .subquery()
    )
    stream = literal("complaint:") + cast(closed.c.id, Text)
    told = (EVENT.stream == stream) & (EVENT.kind == kind_of(Closed))
    rows = select(closed.c.id, closed.c.reference, EVENT.facts).join(EventRow.__table__, told)
    last = {row.id: Candidate(*row) for row in session.execute(rows.order_by(closed.c.id.desc(), EVENT.position))}
    return list(last.values())


def said(session: Session, numbers: Collection[int]) -> dict[tuple[int, int], str]:
    """The words of these complaints, by complaint and number, where they were not erased."""
    rows = select(WordingRow.case_id, WordingRow.number, WordingRow.text).where(WordingRow.case_id.in_(numbers))
    return {(case, number): text for case, number, text in session.execute(rows) if text}


def _with_texts(version: ColumnElement[int]) -> Select[Any]:
    its = (TEXT.improvement_id == IMPROVEMENT.id) & (TEXT.version == version)
    columns = (IMPROVEMENT[name] for name in _OF)
    return select(*columns, TEXT.kind, TEXT.text).join(ImprovementTextRow.__table__, its)


def _lines(rows: Iterable[Any]) -> Iterator[ImprovementLine]:
    for of, found in groupby(rows, lambda row: tuple(row[: len(_OF)])):
        words = [(row.kind, row.text) for row in found if row.text]
        said = dict(words)
        did = tuple(text for kind, text in words if kind == TextKind.DID.value)
        shown = {"you_said": said.get(TextKind.YOU_SAID.value, ""), "learnt": said.get(TextKind.LEARNT.value, "")}
        yield ImprovementLine(**dict(zip(_OF, of, strict=True)), **shown, did=did)
