"""A complaint with a danger in the home, and rules that decide on it without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.clock import duties, hazard_steps, hazards
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure
from app.domain.clock.hazard_states import AtHome
from app.domain.clock.hazards import AssessmentDraft, HazardDraft
from app.domain.refused import Refused, Why
from tests.calendars import ENGLISH_TERMS
from tests.domain.case.histories import Life, deed, received

DAMP = (HazardKind.DAMP_OR_MOULD,)
CAME = date(2026, 11, 30)
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
LOOKED = date(2026, 12, 10)
SERIOUS = AssessmentDraft(Severity.SIGNIFICANT, "Mould over a cot", Tenure.TENANCY, (AtHome.UNDER_5,))


def raised(on: date = CAME, terms: object = ENGLISH_TERMS, **more: object) -> Life:
    """A complaint that came in with a danger in the home."""
    life = received(CAME, terms)  # type: ignore[arg-type]
    draft = HazardDraft(**{"kinds": DAMP} | more)  # type: ignore[arg-type]
    happen(life, on, hazards.raise_hazard, draft)
    return life


def happen(life: Life, on: date, decide, *arguments: object, by: str = "staff:1", **more: object) -> object:
    """Let a rule decide, handed whatever it asks for by name, and its event happen."""
    doing = deed(on, by)
    known = {"terms": life.terms, "deed": doing, "write": life.write}
    names = decide.__kwdefaults__ or {}
    code = decide.__code__
    wanted = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    given = {name: known[name] for name in wanted if name in known and name not in names}
    event = decide(life.complaint, *arguments, **given | more)
    life.happen(doing, *(event if isinstance(event, tuple) else (event,)))
    return event


def refused(life: Life, on: date, decide, *arguments: object, **more: object) -> set[Why]:
    """Return why a rule says no."""
    with pytest.raises(Refused) as refusal:
        happen(life, on, decide, *arguments, **more)
    return {gap.why for gap in refusal.value.gaps}


def open_now(life: Life) -> dict[DutyKind, date]:
    return {duty.kind: duty.due_on for duty in duties.of(life.complaint) if duty.number == 1 and duty.stage is None}


def looked_at(*, found: bool = True, works: bool = True) -> Life:
    """A hazard whose investigation has ended."""
    life = raised()
    happen(life, CAME, hazards.assess, 1, SERIOUS)
    happen(life, LOOKED, hazard_steps.end_investigation, 1, LOOKED, "A leak", found=found, works=works)
    return life
