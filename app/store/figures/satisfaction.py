"""Counts of what people said of how we dealt with their complaint, by question."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from app.domain.figures.satisfaction import OTHERS, Said
from app.store.case.complaints import ComplaintRow
from app.store.case.surveys import SurveyRow
from app.store.figures.counted import COUNTED, CountedRow
from app.store.figures.measures import Scope

COMPLAINT, SURVEY = ComplaintRow.__table__.c, SurveyRow.__table__.c

LAST = and_(COUNTED.case_id == SURVEY.case_id, COUNTED.stage == COMPLAINT.stage)
"""What is said of a complaint is counted with its last stage."""
ANSWERED = SURVEY.answered_on.is_not(None)


def answered(question: str, *scores: str) -> ColumnElement[bool]:
    """The condition that a stage is the last of a complaint of which a question was answered, with one of these."""
    of_case = and_(SURVEY.case_id == COMPLAINT.id, LAST, ANSWERED)
    given = SURVEY[question].in_(scores) if scores else SURVEY[question] != ""
    return exists().where(of_case, given).correlate(CountedRow.__table__)


def said(session: Session, scope: Scope) -> list[Said]:
    """Answers to every question but the first, which a stage has itself, of complaints whose last stage began here."""
    rows = (
        select(scope.quarter(COUNTED.begun_on).label("quarter"), *(SURVEY[question] for question in OTHERS))
        .select_from(SurveyRow.__table__)
        .join(ComplaintRow.__table__, COMPLAINT.id == SURVEY.case_id)
        .join(CountedRow.__table__, LAST)
        .where(scope.of(COUNTED.begun_on), ANSWERED)
        .subquery()
    )
    found = []
    for quarter, *scores, count in session.execute(select(*rows.c, func.count()).group_by(*rows.c)):
        given = ((question, score) for question, score in zip(OTHERS, scores, strict=True) if score)
        found += [Said(quarter, question, score, count) for question, score in given]
    return found
