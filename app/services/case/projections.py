"""What is computed from a case's history and kept beside it in the same transaction, for SQL to sort and count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from sqlalchemy.orm import Session

from app.domain import history
from app.domain.case import feelings, flags, triage
from app.domain.case.phases import phase
from app.domain.case.state import Complaint
from app.domain.clock import duties as due
from app.domain.clock.calendar import Calendar
from app.domain.figures import counted
from app.domain.history import Event
from app.domain.landlord.landlord import ENGLISH
from app.domain.record import Recorded, read
from app.services.case import found_by
from app.store import case_rows, record
from app.store.case import complaints, groups, refusals, restrictions, reviews, surveys
from app.store.case_rows import CaseRows
from app.store.clock import calendars, duty_rows
from app.store.figures import counted as counted_rows
from app.store.figures import imports
from app.store.promises import promises
from app.store.record import Written


def keep(
    session: Session, case_id: int, complaint: Complaint, at: datetime, calendar: Calendar, was: Complaint | None = None
) -> None:
    """Write a case's projections from the folded complaint; `at` is the instant of its last event.

    Only those that changed since it was as it `was`; all of them where that is not known.
    """
    complaints.put(session, row(case_id, complaint, at))
    before = None if was is None else rows_beside(case_id, was, calendar) if was.position else {}
    case_rows.put(session, case_id, rows_beside(case_id, complaint, calendar), before)


def rows_beside(case_id: int, complaint: Complaint, calendar: Calendar) -> CaseRows:
    """Return the rows that stand for a case in every table beside that of `row`."""
    few = complaint.restriction is not None
    return {
        duty_rows.DutyRow: [duty_rows.row(case_id, each, few=few) for each in due.of(complaint)],
        promises.PromiseRow: promises.rows(case_id, complaint),
        refusals.RefusalRow: [refusals.row(case_id, each) for each in complaint.refusals],
        restrictions.RestrictionRow: _one(restrictions.row(case_id, complaint)),
        restrictions.ViewerRow: restrictions.viewer_rows(case_id, complaint),
        surveys.SurveyRow: _one(surveys.row(case_id, complaint)),
        groups.MemberRow: _one(groups.member_row(case_id, complaint)),
        reviews.ReviewRow: _one(reviews.row(case_id, complaint)),
        imports.PastLineRow: _one(imports.row(case_id, complaint)),
        counted_rows.CountedRow: [counted_rows.row(case_id, each) for each in counted.of(complaint, calendar)],
    }


def _one(row: dict[str, object] | None) -> list[dict[str, object]]:
    return [] if row is None else [row]


def rebuild(session: Session, stream: str) -> None:
    """Write the projections of one stream anew, from its events alone, and what it is found by, from its words."""
    written = record.read(session, stream)
    case_id, complaint = int(stream.removeprefix("complaint:")), fold(written)
    keep(session, case_id, complaint, written[-1].at, calendars.load(session, complaint.calendar))
    if complaint.erased_on is None:
        found_by.again(session, case_id, complaint)


def fold(written: Iterable[Written]) -> Complaint:
    """Return the complaint that these rows of the record leave."""
    return history.fold(recorded(each) for each in written)


def recorded(written: Written) -> Recorded[Event]:
    """Return a row of the record as the event it is."""
    return Recorded(written.position, _event(written.kind, written.facts), written.by, written.at)


@lru_cache(maxsize=1024)  # a page folds a history, and tells it line by line
def _event(kind: str, facts: str) -> Event:
    return read(history.KINDS[kind], facts)


def row(case_id: int, complaint: Complaint, at: datetime) -> dict[str, object]:
    """Return where a complaint stands, as SQL sorts and counts it."""
    stage = complaint.current
    reached = flags.preferences(complaint)
    return {
        "id": case_id,
        "reference": complaint.reference,
        "position": complaint.position,
        "stage": stage.stage if stage else 0,
        "phase": phase(complaint).value,
        "received_on": complaint.received_on,
        "channel": complaint.channel.value,
        "danger": complaint.danger.value,
        "handler": complaint.handler,
        "home": complaint.home,
        "service_area": complaint.service_area,
        "flags": " ".join(flag.value for flag in flags.flags(complaint)),
        "language": reached.language if reached else ENGLISH,
        "kind": complaint.intake.kind.value,
        "untriaged_since": complaint.received_on if triage.waits(complaint) else None,
        "opened_from": complaint.kin.opened_from.case if complaint.kin.opened_from else None,
        "said_no": feelings.said_no(complaint),
        "changed_at": at,
    }
