"""One wordless row a survey, computed from its case's history: whom to ask, and what the figures are counted from."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Date, ForeignKey, select
from sqlalchemy.orm import Mapped, Session

from app.domain.case.state import Complaint
from app.domain.case.survey_states import Score, Scores
from app.domain.case.surveys import over_since
from app.store.case.complaints import CaseKey, ComplaintRow
from app.store.schema import Base, Kind, kept

HOLIDAYS = timedelta(days=14)
"""More days than weekends and bank holidays ever add to so many working days, beside as many again."""


class SurveyRow(Base, kind=Kind.PROJECTION):
    """What somebody said of how we dealt with their complaint; an empty answer was not given.

    `over_since` is the day of the last word while nobody was asked yet.
    """

    __tablename__ = "survey"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    over_since: Mapped[date | None] = kept(Date, index=True, personal=None)
    asked_on: Mapped[date | None] = kept(Date, personal=None)
    answered_on: Mapped[date | None] = kept(Date, index=True, personal=None)
    how: Mapped[str] = kept(personal=None)
    overall: Mapped[str] = kept(personal=None)
    easy: Mapped[str] = kept(personal=None)
    informed: Mapped[str] = kept(personal=None)
    outcome: Mapped[str] = kept(personal=None)


def window(by: date, working_days: int, late: timedelta) -> tuple[date, date]:
    """From when until when a last word may have gone that is asked about by a day, so many working days after it."""
    return by - late - timedelta(days=2 * working_days) - HOLIDAYS, by - timedelta(days=working_days)


def to_ask(session: Session, since: date, until: date, after: int, size: int) -> list[CaseKey]:
    """The next cases, by number, of which the last word went within these days and nobody was asked yet."""
    cases = select(ComplaintRow.id, ComplaintRow.reference).join(SurveyRow, SurveyRow.case_id == ComplaintRow.id)
    cases = cases.where(SurveyRow.over_since.between(since, until), ComplaintRow.id > after)
    return [CaseKey(*row) for row in session.execute(cases.order_by(ComplaintRow.id).limit(size))]


def row(case_id: int, complaint: Complaint) -> dict[str, object] | None:
    """The survey of a complaint as its row keeps it, None while there is nothing to ask about."""
    survey, over = complaint.survey, over_since(complaint)
    if survey is None and over is None:
        return None
    scores = Scores() if survey is None or survey.scores is None else survey.scores
    return {
        "case_id": case_id,
        "over_since": over,
        "asked_on": None if survey is None else survey.asked_on,
        "answered_on": None if survey is None else survey.answered_on,
        "how": "" if survey is None or survey.how is None else survey.how.value,
        "overall": _said(scores.overall),
        "easy": _said(scores.easy),
        "informed": _said(scores.informed),
        "outcome": _said(scores.outcome),
    }


def _said(score: Score | None) -> str:
    return "" if score is None else score.value
