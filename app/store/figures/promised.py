"""Counts of promises that are alike in all that figures tell apart: of what came, or of what fell due in a period."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from app.domain.clock.profiles import Stage
from app.domain.figures.periods import Basis
from app.domain.figures.promised import Promised, Unkept
from app.store.figures.counted import COUNTED, CountedRow
from app.store.figures.imports import PAST_LINE, PastLineRow
from app.store.figures.measures import Scope, flag
from app.store.promises.promises import PromiseRow

PROMISE = PromiseRow.__table__.c
ONCE: ColumnElement[bool] = COUNTED.stage == Stage.ONE
"""Every complaint has one first stage: what is counted by case is counted with it."""


def promised(session: Session, scope: Scope, basis: Basis) -> list[Promised]:
    """The promises of complaints received in the scope or, by event, those whose day is in it, alike together."""
    day = PROMISE.due_on if basis is Basis.EVENT else COUNTED.received_on
    alike = (
        select(
            scope.quarter(day).label("quarter"),
            PROMISE.ending,
            PROMISE.verdict,
            flag(PROMISE.done_on.is_not(None)).label("done"),
            flag(PROMISE.done_on > PROMISE.first_due_on).label("after_first"),
            flag(PROMISE.done_on > PROMISE.due_on).label("after_due"),
            flag(PROMISE.due_on < scope.today).label("overdue"),
            flag(PROMISE.times_not_done > 0).label("was_disputed"),
            PROMISE.appointments_missed,
        )
        .join_from(PromiseRow.__table__, CountedRow.__table__, and_(PROMISE.case_id == COUNTED.case_id, ONCE))
        .where(scope.of(day))
        .subquery()
    )
    key = [each for each in alike.c if each.name != "appointments_missed"]
    counted = select(*key, func.count(), func.sum(alike.c.appointments_missed)).group_by(*key)
    found = []
    for quarter, ending, verdict, *flags, count, missed in session.execute(counted):
        done, after_first, after_due, overdue, was_disputed = map(bool, flags)
        promise = (quarter, ending, verdict, done, after_first, after_due, overdue, was_disputed)
        found.append(Promised(*promise, count, int(missed)))
    return found


def unkept(session: Session, scope: Scope) -> list[Unkept]:
    """Complaints received in the scope that were brought in, and have no promise here."""
    of_case = exists().where(PROMISE.case_id == COUNTED.case_id)
    quarter = scope.quarter(COUNTED.received_on).label("quarter")
    rows = (
        select(quarter)
        .join_from(PastLineRow.__table__, CountedRow.__table__, and_(PAST_LINE.case_id == COUNTED.case_id, ONCE))
        .where(scope.of(COUNTED.received_on), ~of_case)
        .subquery()
    )
    counted = select(rows.c.quarter, func.count()).group_by(rows.c.quarter)
    return [Unkept(row[0], row[1]) for row in session.execute(counted)]
