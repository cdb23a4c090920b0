"""Every kind of event of a hazard: raised and weighed, done about, its dates moved, found late."""

from __future__ import annotations

from app.domain.case.state import Complaint
from app.domain.clock import hazard_lateness, hazard_moves, hazard_steps, hazards

Event = hazards.Event | hazard_steps.Event | hazard_moves.Event | hazard_lateness.Event


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    if isinstance(event, hazards.Event):
        return hazards.apply(complaint, event)
    if isinstance(event, hazard_steps.Event):
        return hazard_steps.apply(complaint, event)
    if isinstance(event, hazard_moves.Event):
        return hazard_moves.apply(complaint, event)
    return hazard_lateness.apply(complaint, event)
