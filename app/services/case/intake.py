"""What came by every way and waits to be sorted, for the staff's list of it (6.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sqlalchemy.orm import Session

from app.domain.clock.calendar import Calendar
from app.domain.landlord.landlord import Landlord
from app.services.clock import duties
from app.store.case import intake
from app.store.case.intake import IntakeLine, Waiting
from app.store.landlord.staff import Member
from app.store.pages import Page, Place


class View(Enum):
    """Which cases the list shows."""

    UNSORTED = "unsorted"
    SAID_NO = "said_no"


@dataclass(frozen=True, slots=True)
class Intake:
    """A page of the list, how long both lists are, and the calendar that the dates are counted by."""

    page: Page[IntakeLine]
    waiting: Waiting
    calendar: Calendar


def find(session: Session, me: Member, view: View, place: Place, ours: Landlord) -> Intake:
    """Return a page of what waits, the oldest first, in three queries."""
    lines = intake.unsorted if view is View.UNSORTED else intake.said_no
    return Intake(lines(session, me, place), intake.waiting(session, me), duties.calendar(session, ours))
