"""Counts of what people said of how we dealt with their complaint, by question."""

from __future__ import annotations

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from app.domain.figures.satisfaction import OTHERS, Said
from app.store.case.complaints import ComplaintRow
from app.store.case.surveys import SurveyRow
from app.store.figures.counted import COUNTED, CountedRow
from app.store.figures.measures import Scope

COMPLAINT, SURVEY = ComplaintRow.__table__.c, SurveyRow.__table__.c


def said(session: Session, scope: Scope) -> list[Said]:
    """Answers to every question but the first, which a stage has itself, of complaints whose last stage began here."""
    last = and_(COUNTED.case_id == SURVEY.case_id, COUNTED.stage == COMPLAINT.stage)
    rows = (
        select(scope.quarter(COUNTED.begun_on).label("quarter"), *(SURVEY[question] for question in OTHERS))
        .select_from(SurveyRow.__table__)
        .join(ComplaintRow.__table__, COMPLAINT.id == SURVEY.case_id)
        .join(CountedRow.__table__, last)
        .where(scope.of(COUNTED.begun_on), SURVEY.answered_on.is_not(None))
        .subquery()
    )
    found = []
    for quarter, *scores, count in session.execute(select(*rows.c, func.count()).group_by(*rows.c)):
        given = ((question, score) for question, score in zip(OTHERS, scores, strict=True) if score)
        found += [Said(quarter, question, score, count) for question, score in given]
    return found
