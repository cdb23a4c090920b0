"""Complaints from homes that are dangerous, each made by the services; tests/states.py has them among the others."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure
from app.domain.clock.hazard_states import AtHome, KnownFrom
from app.domain.clock.hazards import AssessmentDraft, HazardDraft
from app.services.case.complaints import Made
from app.services.clock import hazards
from tests.cases import RECEIVED as SENT
from tests.cases import begun, deed

UNDERSTOOD, LATE = date(2026, 11, 25), date(2026, 12, 10)
LONG_WORDS = "Die Decke hängt durch und es tropft auf das Bett. " * 60


def in_danger(session: Session) -> tuple[Made, date]:
    """An emergency that nobody has looked at yet."""
    made = begun(session)
    known = Known(SENT, deed(SENT).at)
    draft = HazardDraft((HazardKind.FIRE_GAS_ELECTRIC,), known=known, words="Bare wires by the cooker", urgent=True)
    hazards.raise_hazard(session, made.reference, draft, deed(SENT, "staff:1"))
    return made, SENT


def damp(session: Session) -> tuple[Made, date]:
    """Damp, weighed as significant."""
    made = begun(session)
    told = HazardDraft((HazardKind.DAMP_OR_MOULD,), words="Mould over the cot")
    hazards.raise_hazard(session, made.reference, told, deed(SENT, "staff:1"))
    weighed = AssessmentDraft(Severity.SIGNIFICANT, "A cot stands there", Tenure.TENANCY, (AtHome.UNDER_5,))
    hazards.assess(session, made.reference, 1, weighed, deed(SENT, "staff:1"))
    return made, SENT


def damp_looked_at(session: Session) -> tuple[Made, date]:
    """Damp that was looked at: to be told of, made safe and mended."""
    made, _ = damp(session)
    by = deed(UNDERSTOOD, "staff:1")
    hazards.end_investigation(session, made.reference, 1, UNDERSTOOD, "A leak at the sill", by, found=True, works=True)
    return made, UNDERSTOOD


def damp_late(session: Session) -> tuple[Made, date]:
    """Damp whose every date was missed; somebody finds it less serious, and it got worse meanwhile."""
    made, _ = damp_looked_at(session)
    hazards.find_late(session, made.reference, deed(LATE, "clock"))
    less = AssessmentDraft(Severity.NEITHER, "Only steam", Tenure.TENANCY, (AtHome.UNDER_5,))
    hazards.assess(session, made.reference, 1, less, deed(LATE, "staff:2"))
    worse = HazardDraft((HazardKind.COLLAPSE, HazardKind.COLD_OR_HEAT), KnownFrom.CHANGE, Known(LATE), LONG_WORDS)
    hazards.raise_hazard(session, made.reference, worse, deed(LATE, "staff:1"))
    return made, LATE
