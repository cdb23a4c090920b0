"""The nightly round: the cases it looks at, what it forgets, that it was finished, and whether one was missed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.case.contribution_states import LOOK_AHEAD
from app.domain.clock.duty_kinds import OF_A_HAZARD, DutyKind
from app.domain.promises.ledger import ASKED_WITHIN
from app.services.landlord import looked_at
from app.services.people import sign_ins, tries
from app.store.case.complaints import CaseKey
from app.store.clock import rounds
from app.store.promises import promises

NIGHTLY = "nightly"
SLICE = 500
OF_A_STAGE = (DutyKind.ACKNOWLEDGE.value, DutyKind.RESPOND.value)
OF_HAZARDS = tuple(kind.value for kind in OF_A_HAZARD.values())

FORGET: tuple[Callable[[Session, datetime], None], ...] = (
    looked_at.forget,
    sign_ins.forget,
    tries.forget,
)
"""Each forgets what is not personal and has served its time; what is goes as its columns say (`flask retention`)."""
A_NIGHT_AND_SOME = timedelta(hours=26)


def open_stages(session: Session, after: int, due_before: date | None = None) -> list[CaseKey]:
    """Return the next cases that wait for an acknowledgement or an answer, due before a day or ever; none: no more."""
    return rounds.with_duties(session, OF_A_STAGE, due_before, after, SLICE)


def open_hazards(session: Session, after: int, due_before: date | None = None) -> list[CaseKey]:
    """Return the next cases with a danger in the home to see to, due before a day or ever; none: no more."""
    return rounds.with_duties(session, OF_HAZARDS, due_before, after, SLICE)


def to_remind(session: Session, after: int, by: date | None = None) -> list[CaseKey]:
    """Return the next cases with a part of the answer that may be due soon after a day, or ever; none: no more."""
    before = None if by is None else by + LOOK_AHEAD
    return rounds.with_duties(session, (DutyKind.CONTRIBUTE.value,), before, after, SLICE)


def to_ask(session: Session, after: int, by: date | None = None) -> list[CaseKey]:
    """Return the next cases with a promise that the resident is to be asked about by a day, or ever; none: no more."""
    since = date.min if by is None else by - ASKED_WITHIN
    return promises.to_ask(session, since, by or date.max, after, SLICE)


def finish(session: Session, at: datetime) -> None:
    """Note that the nightly round has come to its end."""
    rounds.finish(session, NIGHTLY, at)


def was_missed(session: Session, at: datetime) -> bool:
    """Return whether the last nightly round is more than a night ago; before the first, none was missed."""
    last = rounds.last(session, NIGHTLY)
    return last is not None and at - last > A_NIGHT_AND_SOME
