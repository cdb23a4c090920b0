"""Idempotency keys: what a form's first press was answered, for the second press of the same form."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Exact, Keep, Kind, kept
from app.store.upsert import add_new

A_WEEK = Keep(years=0, days=7, after="the form was sent", since="at")


class KeyRow(Base, kind=Kind.WORKING):
    __tablename__ = "idempotency_key"

    key: Mapped[str] = kept(Exact, primary_key=True, personal=None, secret=True)
    actor: Mapped[str] = kept(personal=A_WEEK)
    at: Mapped[datetime] = kept(index=True, personal=A_WEEK)
    answer: Mapped[str | None] = kept(personal=A_WEEK)


KEY = KeyRow.__table__.c
_USED = select(KEY.actor, KEY.answer).where(KEY.key == bindparam("key"))
_ANSWER = update(KeyRow.__table__).where(KEY.key == bindparam("used")).values(answer=bindparam("answer"))


class Used(NamedTuple):
    """Who used a key first, and the JSON they were answered with."""

    actor: str
    answer: str | None


def claim(session: Session, key: str, actor: str, at: datetime) -> Used | None:
    """Take a key; None when it was free, else who has it. Waits for a press of the same key in progress."""
    if add_new(session, KeyRow, {"key": key, "actor": actor, "at": at}):
        return None
    return Used(*session.execute(_USED, {"key": key}).one())


def find(session: Session, key: str) -> Used | None:
    """Who used this key, if anybody did."""
    row = session.execute(_USED, {"key": key}).one_or_none()
    return Used(*row) if row else None


def answer(session: Session, key: str, answer: str) -> None:
    """Keep what this press was answered."""
    session.execute(_ANSWER, {"used": key, "answer": answer})


def answered_with(session: Session, answer: str) -> str | None:
    """The key whose press was answered with this."""
    return session.scalar(select(KeyRow.key).filter_by(answer=answer).limit(1))
