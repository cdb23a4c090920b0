"""One wordless row a stage, computed from its case's history: what every figure is counted from."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped

from app.domain.figures.counted_states import Counted, Dimensions
from app.store.case.complaints import ComplaintRow
from app.store.schema import Base, Kind, kept


class CountedRow(Base, kind=Kind.PROJECTION):
    """A stage as the figures count it: see the values of the same names in app/domain/figures/counted_states.py."""

    __tablename__ = "counted"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    stage: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    number: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(personal=None)
    received_on: Mapped[date] = kept(Date, personal=None)
    begun_on: Mapped[date] = kept(Date, personal=None)
    standing: Mapped[str] = kept(personal=None)
    known: Mapped[int] = kept(personal=None)
    acknowledge_by: Mapped[date | None] = kept(Date, personal=None)
    acknowledged_on: Mapped[date | None] = kept(Date, personal=None)
    acknowledged: Mapped[str] = kept(personal=None)
    target: Mapped[date | None] = kept(Date, personal=None)
    extended_to: Mapped[date | None] = kept(Date, personal=None)
    extension_told_on: Mapped[date | None] = kept(Date, personal=None)
    told_in_time: Mapped[bool | None] = kept(personal=None)
    late_told_on: Mapped[date | None] = kept(Date, personal=None)
    due_on: Mapped[date | None] = kept(Date, personal=None)
    responded_on: Mapped[date | None] = kept(Date, personal=None)
    timeliness: Mapped[str | None] = kept(personal=None)
    days_from_receipt: Mapped[int | None] = kept(personal=None)
    days_from_acknowledgement: Mapped[int | None] = kept(personal=None)
    outcome: Mapped[str | None] = kept(personal=None)
    refusal: Mapped[str | None] = kept(personal=None)
    stopped_on: Mapped[date | None] = kept(Date, personal=None)
    closed_on: Mapped[date | None] = kept(Date, personal=None)
    satisfaction: Mapped[str | None] = kept(personal=None)
    compensation: Mapped[int | None] = kept(personal=None)
    channel: Mapped[str | None] = kept(personal=None)
    service_area: Mapped[str | None] = kept(personal=None)
    theme: Mapped[str | None] = kept(personal=None)
    other_themes: Mapped[str | None] = kept(personal=None)
    directorate: Mapped[str | None] = kept(personal=None)
    neighbourhood: Mapped[str | None] = kept(personal=None)
    tenure: Mapped[str | None] = kept(personal=None)
    root_cause: Mapped[str | None] = kept(personal=None)
    escalation_reason: Mapped[str | None] = kept(personal=None)
    contractor: Mapped[str | None] = kept(personal=None)
    handler: Mapped[int | None] = kept(personal=None)
    complainant: Mapped[str | None] = kept(personal=None)


COUNTED = CountedRow.__table__.c
Index("ix_counted_begun_on", COUNTED.begun_on)
Index("ix_counted_due_on", COUNTED.due_on)
Index("ix_counted_responded_on", COUNTED.responded_on)

_OF_A_STAGE = tuple(each.name for each in fields(Counted) if each.name != "under")
_DIMENSIONS = tuple(each.name for each in fields(Dimensions))


def row(case_id: int, counted: Counted) -> dict[str, object]:
    """A stage as its row keeps it; keys of several themes stand in one text, parted by spaces."""
    of_stage = {name: _plain(getattr(counted, name)) for name in _OF_A_STAGE}
    under = {name: _plain(getattr(counted.under, name)) for name in _DIMENSIONS}
    return {"case_id": case_id} | of_stage | under


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return " ".join(value) if isinstance(value, tuple) else value
