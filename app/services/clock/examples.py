"""What would happen if somebody complained today: the dates that a page gives in place of "working days"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.domain.clock.deadlines import Clock, clock
from app.domain.clock.profiles import Stage, profile
from app.services.case.histories import terms_for


def as_of(session: Session, procedure: str, today: date) -> Mapping[Stage, Clock]:
    """Return the clock of each stage of a procedure had it begun today (6.2–6.4, 6.11–6.15); raises UnknownYear."""
    terms = terms_for(session, profile(procedure))
    return {stage: clock(terms, stage, today) for stage in terms.profile.stages}
