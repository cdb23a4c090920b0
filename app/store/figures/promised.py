"""Counts of promises that are alike in all that figures tell apart: of what came, or of what fell due in a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, select, true
from sqlalchemy.orm import Session

from app.domain.figures.periods import Basis
from app.domain.figures.promised import DISPUTED, Became, Promised, Unkept
from app.domain.promises.ledger import Ending
from app.store.figures.counted import COUNTED, CountedRow
from app.store.figures.imports import PAST_LINE, PastLineRow
from app.store.figures.measures import FIRST, Scope, flag
from app.store.promises.promises import PromiseRow

PROMISE = PromiseRow.__table__.c
OF_ITS_CASE = and_(PROMISE.case_id == COUNTED.case_id, FIRST)
DONE, AFTER_FIRST, AFTER_DUE = (
    PROMISE.done_on.is_not(None),
    PROMISE.done_on > PROMISE.first_due_on,
    PROMISE.done_on > PROMISE.due_on,
)


def day_of(basis: Basis) -> ColumnElement[date]:
    """The day by which a promise is of a period."""
    return PROMISE.due_on if basis is Basis.EVENT else COUNTED.received_on


def parts(today: date) -> Mapping[str, ColumnElement[bool]]:
    """The promises of each part that figures tell apart, and all that were made."""
    disputed = func.coalesce(PROMISE.verdict, "").in_(DISPUTED)
    going = and_(PROMISE.ending.is_(None), ~disputed)
    kept = and_(going, DONE)
    found = {
        Became.KEPT_IN_TIME: and_(kept, ~AFTER_DUE, ~AFTER_FIRST),
        Became.KEPT_BY_NEW_DATE: and_(kept, ~AFTER_DUE, AFTER_FIRST),
        Became.KEPT_LATE: and_(kept, AFTER_DUE),
        Became.DISPUTED: and_(PROMISE.ending.is_(None), disputed),
        Became.LATE: and_(going, ~DONE, PROMISE.due_on < today),
        Became.NOT_DUE: and_(going, ~DONE, PROMISE.due_on >= today),
        **{Became(each.value): PROMISE.ending == each.value for each in Ending},
    }
    of_all = {"made": true(), "kept": and_(kept, ~AFTER_DUE)}
    return of_all | {each.value: which for each, which in found.items()}


def promised(session: Session, scope: Scope, basis: Basis) -> list[Promised]:
    """The promises of complaints received in the scope or, by event, those whose day is in it, alike together."""
    day = day_of(basis)
    alike = (
        select(
            scope.quarter(day).label("quarter"),
            PROMISE.ending,
            PROMISE.verdict,
            flag(DONE).label("done"),
            flag(AFTER_FIRST).label("after_first"),
            flag(AFTER_DUE).label("after_due"),
            flag(PROMISE.due_on < scope.today).label("overdue"),
            flag(PROMISE.times_not_done > 0).label("was_disputed"),
            PROMISE.appointments_missed,
        )
        .join_from(PromiseRow.__table__, CountedRow.__table__, OF_ITS_CASE)
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
        .join_from(PastLineRow.__table__, CountedRow.__table__, and_(PAST_LINE.case_id == COUNTED.case_id, FIRST))
        .where(scope.of(COUNTED.received_on), ~of_case)
        .subquery()
    )
    counted = select(rows.c.quarter, func.count()).group_by(rows.c.quarter)
    return [Unkept(row[0], row[1]) for row in session.execute(counted)]
