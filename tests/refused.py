"""Complaints that were not accepted, as far as it went; tests/states.py has them among the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.services.case import refusals
from app.services.case.complaints import Made
from tests.cases import RECEIVED as SENT
from tests.cases import an_acknowledged, begun, deed, who_comes_back
from tests.refusal_drafts import BEFORE, STILL_GOES_ON, TOO_OLD

UNDERSTOOD, TAKEN = date(2026, 11, 25), date(2026, 12, 2)


def refusal_proposed(session: Session, by: str = "staff:1") -> tuple[Made, date]:
    """A handler would not accept it; nobody has decided yet."""
    made = begun(session)
    refusals.propose(session, made.reference, TOO_OLD, deed(SENT, by))
    return made, SENT


def refused(session: Session) -> tuple[Made, date]:
    made, _ = refusal_proposed(session)
    refusals.approve(session, made.reference, 1, deed(UNDERSTOOD, "staff:2"))
    return made, UNDERSTOOD


def partly_refused(session: Session) -> tuple[Made, date]:
    made = an_acknowledged(session, on=UNDERSTOOD, person=who_comes_back(), key=uuid4().hex)
    refusals.propose(session, made.reference, replace(BEFORE, points=(2,)), deed(UNDERSTOOD, "staff:1"))
    refusals.approve(session, made.reference, 1, deed(UNDERSTOOD, "staff:2"))
    return made, UNDERSTOOD


def refused_and_overturned(session: Session) -> tuple[Made, date]:
    made, _ = refused(session)
    refusals.overturn(session, made.reference, 1, STILL_GOES_ON, deed(TAKEN, "staff:2"))
    return made, TAKEN
