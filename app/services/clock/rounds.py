"""The nightly round: the cases it looks at, what it forgets, that it was finished, and whether one was missed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.clock.duties import DutyKind
from app.services import keys
from app.services.case import answer_drafts, drafts
from app.services.landlord import looked_at
from app.services.mail import notices, tray
from app.services.people import parked, sessions, sign_ins, tries
from app.store.case.complaints import CaseKey
from app.store.clock import rounds

NIGHTLY = "nightly"
SLICE = 500
OF_A_STAGE = (DutyKind.ACKNOWLEDGE.value, DutyKind.RESPOND.value)

FORGET: tuple[Callable[[Session, datetime], None], ...] = (
    keys.forget,
    answer_drafts.forget,
    drafts.forget,
    looked_at.forget,
    notices.forget,
    parked.forget,
    sign_ins.forget,
    tray.forget,
    tries.forget,
)
"""Each forgets what has served its time, by a retention of its own."""
A_NIGHT_AND_SOME = timedelta(hours=26)


def open_stages(session: Session, after: int, due_before: date | None = None) -> list[CaseKey]:
    """Return the next cases that wait for an acknowledgement or an answer, due before a day or ever; none: no more."""
    return rounds.with_duties(session, OF_A_STAGE, due_before, after, SLICE)


def forget_sessions(session: Session, at: datetime) -> bool:
    """Forget the next sign-ins that ended by themselves; returns whether there may be more."""
    return sessions.forget_ended(session, at, SLICE) == SLICE


def finish(session: Session, at: datetime) -> None:
    """Note that the nightly round has come to its end."""
    rounds.finish(session, NIGHTLY, at)


def was_missed(session: Session, at: datetime) -> bool:
    """Return whether the last nightly round is more than a night ago; before the first, none was missed."""
    last = rounds.last(session, NIGHTLY)
    return last is not None and at - last > A_NIGHT_AND_SOME
