"""Contractors, their people, and cases in which something is theirs to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.landlord import Choice
from app.domain.landlord.permissions import Role
from app.services.case import contributions, third_parties
from app.services.case.complaints import Made
from app.services.landlord import landlord, staff
from app.services.promises import promises
from tests.cases import deed

BRIGHT = Choice("bright", "Bright Heating Ltd")
KEPT_BY = date(2026, 12, 18)
PART_BY = date(2026, 12, 1)


def hire(session: Session, doing: Deed) -> str:
    """The landlord has a contractor; returns its key."""
    ours = landlord.current(session)
    if BRIGHT not in ours.contractors:
        landlord.put(session, replace(ours, contractors=(*ours.contractors, BRIGHT)), doing)
    return BRIGHT.key


def a_contractors_person(session: Session, name: str = "Kim Bright") -> int:
    """Somebody of the contractor, who may sign in."""
    doing, email = deed(), f"{uuid4().hex}@bright.example"
    whose = hire(session, doing)
    return staff.add(session, name, email, frozenset({Role.CONTRACTOR}), doing, contractor=whose).staff_id


def give_promise(session: Session, made: Made, number: int, person: int, on: date) -> None:
    """A promise of a case is theirs to keep."""
    promises.hand_over(session, made.reference, number, person, "", deed(on, "staff:1"))


def ask_for_part(session: Session, made: Made, person: int, on: date) -> None:
    """A part of the answer is theirs to give."""
    contributions.ask(session, made.reference, person, PART_BY, "When were you there?", deed(on, "staff:1"))


def let_answer(session: Session, made: Made, person: int, on: date) -> None:
    """The answer of Stage 1 is theirs to write."""
    third_parties.name(session, made.reference, person, deed(on, "staff:1"))
