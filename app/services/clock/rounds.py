"""The nightly round: that it was finished, and whether one was missed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.store.clock import rounds

NIGHTLY = "nightly"
A_NIGHT_AND_SOME = timedelta(hours=26)


def finish(session: Session, at: datetime) -> None:
    """Note that the nightly round has come to its end."""
    rounds.finish(session, NIGHTLY, at)


def was_missed(session: Session, at: datetime) -> bool:
    """Return whether the last nightly round is more than a night ago; before the first, none was missed."""
    last = rounds.last(session, NIGHTLY)
    return last is not None and at - last > A_NIGHT_AND_SOME
