"""Triage: what it is, how hard, how pressing, and whose; it never stops a clock (6.1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.kinds import Concern, Kind
from app.domain.case.requests import dates
from app.domain.case.state import Complaint
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Why, refuse_if


@dataclass(frozen=True, slots=True)
class TriageDraft:
    """What whoever looked at it first decided. No `due_by`: the day it has stays."""

    kind: Kind
    service_area: str = ""
    concerns: tuple[Concern, ...] = ()
    due_by: date | None = None


@dataclass(frozen=True, slots=True)
class CaseTriaged:
    """Somebody looked at it and sorted it. The dates are those of its kind; a complaint's own stand in its stages."""

    kind: Kind
    service_area: str
    concerns: tuple[Concern, ...]
    acknowledge_by: date | None
    due_by: date | None


Event = CaseTriaged


def triage(complaint: Complaint, draft: TriageDraft, within: int, *, terms: Terms, deed: Deed) -> CaseTriaged:
    """Return the event; raises Refused for a complaint that would be one no more, or a request made one (1.4, 1.5)."""
    intake, gaps = complaint.intake, []
    if intake.is_complaint and draft.kind is not Kind.COMPLAINT:
        gaps.append(Gap(Why.COMPLAINT_STAYS_ONE))
    if not intake.is_complaint and draft.kind is Kind.COMPLAINT:
        gaps.append(Gap(Why.COMPLAINT_OPENS_BESIDE, "kind"))
    if not intake.is_complaint and intake.ended_on is not None:
        gaps.append(Gap(Why.REQUEST_ENDED))
    if draft.due_by is not None and draft.due_by != intake.due_by and draft.due_by < deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_PAST, "due_by"))
    refuse_if(gaps)
    acknowledge_by, due_by = _dates(complaint, draft, within, terms)
    return CaseTriaged(draft.kind, draft.service_area, draft.concerns, acknowledge_by, due_by)


def _dates(complaint: Complaint, draft: TriageDraft, within: int, terms: Terms) -> tuple[date | None, date | None]:
    intake, began = complaint.intake, complaint.received_on
    if intake.is_complaint or began is None:
        return None, None
    if draft.kind is intake.kind:
        return intake.acknowledge_by, draft.due_by or intake.due_by
    return dates(draft.kind, began, within, draft.due_by, terms)


def waits(complaint: Complaint) -> bool:
    """Return whether nobody has sorted it yet, and nobody has begun to deal with it either (6.1)."""
    intake, stage = complaint.intake, complaint.current
    if intake.triaged_on is not None or complaint.ended is not None or complaint.closure is not None:
        return False
    if not intake.is_complaint:
        return intake.ended_on is None
    begun = stage is not None and (stage.acknowledged_on is not None or stage.answered_on is not None)
    return stage is not None and complaint.stage_2 is None and not begun


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the case after the event, which was recorded on a London day."""
    intake = replace(complaint.intake, triaged_on=on, concerns=event.concerns)
    if not intake.is_complaint:
        intake = replace(intake, kind=event.kind, acknowledge_by=event.acknowledge_by, due_by=event.due_by)
    return replace(complaint, intake=intake, service_area=event.service_area)
