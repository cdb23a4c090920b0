"""When each round of the house was last finished."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Kind, kept
from app.store.upsert import insert_into


class RoundRow(Base, kind=Kind.WORKING):
    """One round by its name: `nightly`."""

    __tablename__ = "round"

    name: Mapped[str] = kept(primary_key=True, personal=None)
    finished_at: Mapped[datetime] = kept(personal=None)


def finish(session: Session, name: str, at: datetime) -> None:
    """Note that a round has come to its end."""
    insert = insert_into(session, RoundRow).values(name=name, finished_at=at)
    session.execute(insert.on_conflict_do_update(index_elements=[RoundRow.name], set_={"finished_at": at}))


def last(session: Session, name: str) -> datetime | None:
    """When a round last came to its end, or None when it never did."""
    return session.scalar(select(RoundRow.finished_at).filter_by(name=name))
