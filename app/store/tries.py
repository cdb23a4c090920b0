"""How often something was tried of late, counted for every process of the house alike.

A bucket is an HMAC of what was tried, or of the network it came from: the table says neither.
Count in a transaction of its own, committed before the answer, so that a miss counts.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Exact, Kind, kept
from app.store.upsert import insert_into


class TryRow(Base, kind=Kind.WORKING):
    __tablename__ = "tries"

    bucket: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    since: Mapped[datetime] = kept(primary_key=True, index=True, personal=None)
    count: Mapped[int] = kept(personal=None)


def count(session: Session, bucket: str, window: timedelta, at: datetime) -> int:
    """Count one more try and return how many there were in this window, this one included."""
    insert = insert_into(session, TryRow).values(bucket=bucket, since=_began(window, at), count=1)
    counted = insert.on_conflict_do_update(
        index_elements=[TryRow.bucket, TryRow.since], set_={"count": TryRow.count + 1}
    )
    return session.execute(counted.returning(TryRow.count)).scalar_one()


def forget(session: Session, before: datetime) -> None:
    """Remove the windows that began before an instant."""
    session.execute(delete(TryRow).where(TryRow.since < before))


def _began(window: timedelta, at: datetime) -> datetime:
    seconds = window.total_seconds()
    return datetime.fromtimestamp(at.timestamp() // seconds * seconds, UTC)
