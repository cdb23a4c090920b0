"""Complaints with promises in every state, made by the services; tests/states.py has them among the others."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.findings import PromiseDraft
from app.domain.promises.ledger import Approach, Ending, Verdict
from app.services.case.complaints import Made
from app.services.promises import promises, verdicts
from tests.cases import an_answered, deed, who_comes_back

ANSWERED = date(2026, 12, 8)
PROMISES = (
    PromiseDraft("Mend the boiler", 1, date(2026, 12, 20)),
    PromiseDraft("Check it is warm", 1, date(2027, 1, 29)),
)
LONG = "Es ist immer noch kalt, und die Kinder husten jede Nacht. " * 60


def _promised(session: Session) -> tuple[Made, date]:
    who = who_comes_back()
    return an_answered(session, *PROMISES, on=ANSWERED, person=who, key=uuid4().hex), ANSWERED


def promise_late(session: Session) -> tuple[Made, date]:
    made, _ = _promised(session)
    return made, date(2026, 12, 22)


def promise_moved(session: Session) -> tuple[Made, date]:
    made, on = promise_late(session)
    promises.move(session, made.reference, 1, date(2026, 12, 31), "The part is not there yet.", deed(on, "staff:1"))
    return made, on


def promise_asked_about(session: Session) -> tuple[Made, date]:
    made, on = promise_late(session)
    verdicts.ask(session, made.reference, deed(on, "clock"))
    return made, on


def promise_disputed(session: Session) -> tuple[Made, date]:
    """Said not done twice: an inspection is due."""
    made, on = _promised(session)
    for _ in range(2):
        promises.finish(session, made.reference, 1, ANSWERED, "Photograph 3", deed(ANSWERED, "staff:1"))
        by = deed(ANSWERED, f"party:{made.case_id}.1")
        verdicts.judge(session, made.reference, 1, 1, Verdict.NOT_DONE, f"It is still cold. {LONG}", by)
    return made, on


def promise_ended(session: Session) -> tuple[Made, date]:
    made, on = _promised(session)
    by = deed(on, "staff:1")
    for approach in (Approach.VISIT, Approach.CALL, Approach.VISIT):
        promises.try_access(session, made.reference, 1, approach, on, "Nobody in.", by)
    promises.miss_appointment(session, made.reference, 1, on, by)
    words = "Nobody was in, three times."
    promises.end(session, made.reference, 1, Ending.NO_ACCESS, on, words, resident_said=False, deed=by)
    return made, on
