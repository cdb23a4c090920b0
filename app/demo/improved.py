"""What Wellmeadow Homes changed because of what its residents told it, and lets everybody read (9.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.demo.days import Days
from app.domain.deed import Deed
from app.domain.landlord.permissions import Role
from app.domain.oversight.improvements import ImprovementDraft
from app.services.oversight import improvements
from app.store.landlord.staff import Member

WRITTEN_AGO = 6
IMPROVEMENTS = (
    (
        40,
        ImprovementDraft(
            "You reported damp again and again, and each time somebody new came.",
            "Nobody looked at what was done before.",
            ("One person stays with each home until it is dry.", "We come back after 6 weeks to measure."),
            "damp",
            "quality",
        ),
    ),
    (
        20,
        ImprovementDraft(
            "Nobody told you when a contractor was not coming.",
            "Contractors told us, and we did not pass it on.",
            ("Contractors now text you themselves.", "If a visit is missed, we ring you the same day."),
            "repairs",
            "contact",
        ),
    ),
)


OF_LAST_YEAR = ImprovementDraft(
    "You had to tell your story anew to whoever came.",
    "Each visit was booked by itself, and nobody saw the whole.",
    ("Each repair of more than one visit has one person who sees it through.",),
    "repairs",
    "contact",
)


def publish(session: Session, days: Days, officer: int) -> None:
    """Write two improvements, and let everybody read them."""
    for ago, draft in IMPROVEMENTS:
        done = replace(draft, done_on=days.today - timedelta(days=ago))
        _publish(session, done, officer, days.deed(WRITTEN_AGO, f"staff:{officer}"))


def publish_of_last_year(session: Session, done_on: date, officer: int, by: Deed) -> None:
    """Write one of the year whose report is published."""
    _publish(session, replace(OF_LAST_YEAR, done_on=done_on), officer, by)


def _publish(session: Session, draft: ImprovementDraft, officer: int, by: Deed) -> None:
    member = Member(officer, "", "", "", frozenset({Role.COMPLAINTS_OFFICER}))
    improvements.publish(session, improvements.begin(session, draft, (), member, by), True, by)
