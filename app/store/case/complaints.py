"""One wordless row a complaint, computed from its history, so that SQL can find and sort."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Date, Index, Text, bindparam, cast, func, insert, literal, select
from sqlalchemy.orm import Mapped, Session

from app.domain.case.kinds import Kind as CaseKind
from app.domain.case.phases import Phase
from app.domain.deed import london_day
from app.store import record, upsert
from app.store.record import EVENT, EventRow, Written
from app.store.schema import Base, Exact, Kind, kept


class ComplaintRow(Base, kind=Kind.PROJECTION):
    """Where a case stands. `phase` is the tracker's word for it, `kind` says if it is a complaint at all.

    `untriaged_since` is the day it came, until somebody has sorted it; `opened_from` the case it was opened from;
    `said_no`: they are unhappy, were offered a complaint and did not want one.
    """

    __tablename__ = "complaint"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    reference: Mapped[str] = kept(Exact, unique=True, personal=None)
    position: Mapped[int] = kept(personal=None)
    stage: Mapped[int] = kept(personal=None)
    phase: Mapped[str] = kept(personal=None)
    received_on: Mapped[date] = kept(Date, index=True, personal=None)
    channel: Mapped[str] = kept(personal=None)
    danger: Mapped[str] = kept(personal=None)
    handler: Mapped[int | None] = kept(index=True, personal=None)
    home: Mapped[int | None] = kept(index=True, personal=None)
    service_area: Mapped[str] = kept(personal=None)
    flags: Mapped[str] = kept(default="", personal=None)
    language: Mapped[str] = kept(default="en", personal=None)
    changed_at: Mapped[datetime] = kept(personal=None)
    kind: Mapped[str] = kept(default=CaseKind.COMPLAINT.value, personal=None)
    untriaged_since: Mapped[date | None] = kept(Date, default=None, personal=None)
    opened_from: Mapped[int | None] = kept(default=None, personal=None)
    said_no: Mapped[bool] = kept(default=False, personal=None)


Index("ix_complaint_untriaged", ComplaintRow.untriaged_since, ComplaintRow.id)
Index("ix_complaint_said_no", ComplaintRow.said_no, ComplaintRow.received_on, ComplaintRow.id)


class CaseKey(NamedTuple):
    """A case by both its names."""

    id: int
    reference: str


class CaseLine(NamedTuple):
    """A case in the list of those somebody has open. `phase` is None for who may not follow how far it is."""

    reference: str
    phase: Phase | None
    received_on: date


# Asked on every page of a case, so once for all, and by the columns themselves.
COMPLAINT = ComplaintRow.__table__.c
_BY_REFERENCE = select(COMPLAINT.id, COMPLAINT.reference).where(COMPLAINT.reference == bindparam("reference"))
_HISTORY = (
    select(COMPLAINT.id, *(EVENT[name] for name in Written._fields))
    .join(EventRow.__table__, EVENT.stream == literal("complaint:") + cast(COMPLAINT.id, Text))
    .where(COMPLAINT.reference == bindparam("reference"))
    .order_by(EVENT.position)
)


def find(session: Session, reference: str) -> CaseKey | None:
    """The case with this reference."""
    row = session.execute(_BY_REFERENCE, {"reference": reference}).one_or_none()
    return CaseKey(*row) if row else None


def history(session: Session, reference: str) -> tuple[int, list[Written]] | None:
    """The number of the case with this reference, and all that happened to it, asked for at once."""
    rows = session.execute(_HISTORY, {"reference": reference}).all()
    return (rows[0].id, [record.written(row[1:]) for row in rows]) if rows else None


def hold(session: Session, reference: str) -> None:
    """Wait until nobody else is changing this case, and let nobody change it before this transaction is over.

    SQLite has one writer at a time, and needs no telling.
    """
    session.execute(_BY_REFERENCE.with_for_update(key_share=True), {"reference": reference})


def find_all(session: Session, ids: list[int]) -> list[CaseKey]:
    """The cases of these numbers, the latest first."""
    rows = select(ComplaintRow.id, ComplaintRow.reference).where(ComplaintRow.id.in_(ids))
    return [CaseKey(*row) for row in session.execute(rows.order_by(ComplaintRow.received_on.desc(), ComplaintRow.id))]


def lines(session: Session, ids: list[int]) -> list[CaseLine]:
    """The cases of these numbers as a list shows them, the latest received first."""
    rows = select(ComplaintRow.reference, ComplaintRow.phase, ComplaintRow.received_on).where(ComplaintRow.id.in_(ids))
    found = session.execute(rows.order_by(ComplaintRow.received_on.desc(), ComplaintRow.id.desc()))
    return [CaseLine(row.reference, Phase(row.phase), row.received_on) for row in found]


def claim(session: Session, reference: str, at: datetime) -> int:
    """Take the next number for a case that begins now, under its reference."""
    row = {
        "reference": reference,
        "position": 0,
        "stage": 0,
        "phase": "sent",
        "received_on": london_day(at),
        "channel": "",
        "danger": "",
        "service_area": "",
        "changed_at": at,
    }
    return session.execute(insert(ComplaintRow.__table__).returning(ComplaintRow.id), row).scalar_one()


def next_numbers(session: Session, count: int) -> range | list[int]:
    """Take so many numbers for cases that are written at once, their rows whole."""
    if session.get_bind().dialect.name == "sqlite":  # whose one writer this transaction is
        last = session.scalar(select(func.max(ComplaintRow.id))) or 0
        return range(last + 1, last + count + 1)
    sequence = func.pg_get_serial_sequence(ComplaintRow.__tablename__, COMPLAINT.id.name)
    return list(session.scalars(select(func.nextval(sequence)).select_from(func.generate_series(1, count))))


def taken(session: Session, references: Collection[str]) -> set[str]:
    """Those of these references that a case has."""
    return set(session.scalars(select(ComplaintRow.reference).where(ComplaintRow.reference.in_(references))))


def put(session: Session, row: dict[str, object]) -> None:
    """Write where a complaint stands in the place of what was there."""
    upsert.put(session, ComplaintRow, row)


def stream(case_id: int) -> str:
    """The name of a case's stream in the record."""
    return f"complaint:{case_id}"


def any_at_all(session: Session) -> bool:
    """Whether there is a complaint here."""
    return session.scalar(select(ComplaintRow.id).limit(1)) is not None
