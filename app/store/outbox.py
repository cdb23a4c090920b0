"""Word waiting to go out: posted in the transaction of the deed, claimed for a while, sent, and marked.

A worker that dies while sending leaves its lease behind. When that has run out the next one sends again,
and the row says that the word may have gone twice. Secrets are never kept here.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Index, or_, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Exact, Keep, Kind, kept
from app.store.upsert import add_new

A_YEAR = Keep(years=1, after="it was sent", since="done_at")


class OutboxRow(Base, kind=Kind.WORKING):
    __tablename__ = "outbox"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    key: Mapped[str] = kept(Exact, unique=True, personal=None, secret=True)
    kind: Mapped[str] = kept(personal=None)
    stream: Mapped[str] = kept(Exact, index=True, personal=None)
    party: Mapped[int | None] = kept(personal=None)
    letter: Mapped[int | None] = kept(personal=None)
    facts: Mapped[str] = kept(personal=A_YEAR)
    message_id: Mapped[str] = kept(personal=None)
    posted_at: Mapped[datetime] = kept(personal=None)
    useful_until: Mapped[datetime | None] = kept(personal=None)
    run_at: Mapped[datetime] = kept(personal=None)
    attempts: Mapped[int] = kept(default=0, personal=None)
    owner: Mapped[str | None] = kept(personal=None)
    lease_until: Mapped[datetime | None] = kept(personal=None)
    maybe_twice: Mapped[bool] = kept(default=False, personal=None)
    error: Mapped[str | None] = kept(personal=A_YEAR)
    done_at: Mapped[datetime | None] = kept(index=True, personal=None)
    outcome: Mapped[str | None] = kept(personal=None)


WAITING = OutboxRow.done_at.is_(None)
Index("ix_outbox_waiting", OutboxRow.run_at, OutboxRow.id, sqlite_where=WAITING, postgresql_where=WAITING)


class Notice(NamedTuple):
    """One word to one person: its kind, about which stream, for which party, with which letter if any."""

    key: str
    kind: str
    stream: str
    message_id: str
    party: int | None = None
    letter: int | None = None
    facts: str = "{}"
    useful_until: datetime | None = None


class Claimed(NamedTuple):
    """A notice in the hands of a worker, for as long as the lease lasts."""

    id: int
    key: str
    kind: str
    stream: str
    party: int | None
    letter: int | None
    facts: str
    message_id: str
    posted_at: datetime
    useful_until: datetime | None
    attempts: int
    maybe_twice: bool


def post(session: Session, notice: Notice, at: datetime, not_before: datetime | None = None) -> bool:
    """Post a notice; False when one with this key was posted before, and then nothing is changed."""
    row = notice._asdict() | {"posted_at": at, "run_at": not_before or at, "attempts": 0, "maybe_twice": False}
    return add_new(session, OutboxRow, row)


def claim(session: Session, owner: str, size: int, lease: timedelta, at: datetime) -> list[Claimed]:
    """Take up to `size` notices whose time has come. Commit before sending: the lease is what others see."""
    free = or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= at)
    due = select(OutboxRow.id).where(WAITING, OutboxRow.run_at <= at, free)
    due = due.order_by(OutboxRow.run_at, OutboxRow.id).limit(size).with_for_update(skip_locked=True)
    once = due.cte("due")  # a bare subquery PostgreSQL may run once for each row, and take more than `size`
    taken = (
        update(OutboxRow)
        .where(OutboxRow.id.in_(select(once.c.id)))
        .values(
            owner=owner,
            lease_until=at + lease,
            attempts=OutboxRow.attempts + 1,
            maybe_twice=or_(OutboxRow.maybe_twice, OutboxRow.lease_until.is_not(None)),
        )
        .returning(*(getattr(OutboxRow, name) for name in Claimed._fields))
    )
    rows = session.execute(taken, execution_options={"synchronize_session": False})
    return sorted(Claimed(*row) for row in rows)


def finish(session: Session, id: int, owner: str, outcome: str, at: datetime) -> bool:
    """Mark a notice done; False when the lease was lost to another worker meanwhile."""
    return _let_go(session, id, owner, done_at=at, outcome=outcome, error=None)


def fail(session: Session, id: int, owner: str, error: str, again_at: datetime) -> bool:
    """Give a notice back, to be tried again; False when the lease was lost to another worker meanwhile."""
    return _let_go(session, id, owner, run_at=again_at, error=error)


def cancel(session: Session, stream: str, party: int, outcome: str, at: datetime) -> int:
    """Mark all that still waits to go to a party done; returns how much. A worker that holds one finds it gone."""
    theirs = update(OutboxRow).where(OutboxRow.stream == stream, OutboxRow.party == party, WAITING)
    done = theirs.values(done_at=at, outcome=outcome, lease_until=None, owner=None).returning(OutboxRow.id)
    return len(session.scalars(done, execution_options={"synchronize_session": False}).all())


def oldest_waiting(session: Session) -> datetime | None:
    """Since when the notice that has waited longest could have gone."""
    return session.scalar(select(OutboxRow.run_at).where(WAITING).order_by(OutboxRow.run_at).limit(1))


def _let_go(session: Session, id: int, owner: str, **values: object) -> bool:
    held = update(OutboxRow).where(OutboxRow.id == id, OutboxRow.owner == owner, WAITING)
    released = held.values(lease_until=None, owner=None, **values).returning(OutboxRow.id)
    return session.scalar(released, execution_options={"synchronize_session": False}) is not None
