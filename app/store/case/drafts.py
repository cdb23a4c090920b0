"""Complaints that are being told: what was typed so far, found by the token in a cookie or by a draft code."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.case.drafts import KEPT_FOR
from app.store import upsert
from app.store.schema import Base, Keep, Kind, kept

LEFT_ALONE = Keep(years=0, days=KEPT_FOR.days, after="it was last touched, or when it is sent", since="saved_at")


class DraftRow(Base, kind=Kind.WORKING):
    """One complaint that is not sent yet. `key` is the one it will be sent under, so that it is sent once."""

    __tablename__ = "draft"

    token_hash: Mapped[bytes] = kept(primary_key=True, personal=None, secret=True)
    code_hmac: Mapped[bytes | None] = kept(unique=True, personal=LEFT_ALONE, secret=True)
    key: Mapped[str] = kept(personal=LEFT_ALONE, secret=True)
    answers: Mapped[str] = kept(personal=LEFT_ALONE)
    answered: Mapped[str] = kept(personal=None)
    saved_at: Mapped[datetime] = kept(index=True, personal=None)


class Draft(NamedTuple):
    """A complaint that is not sent yet: what stands in its questions, and the numbers of those answered."""

    key: str
    answers: Mapping[str, str | list[str]]
    answered: frozenset[int]
    saved_at: datetime


# Asked at every question, so once for all, and by the columns themselves.
DRAFT = DraftRow.__table__.c
_DRAFTS = select(*(DRAFT[name] for name in Draft._fields))
_BY_TOKEN = _DRAFTS.where(DRAFT.token_hash == bindparam("token_hash"))


def find(session: Session, token_hash: bytes) -> Draft | None:
    """The draft that this token opens."""
    row = session.execute(_BY_TOKEN, {"token_hash": token_hash}).one_or_none()
    return _draft(*row) if row else None


def find_by_code(session: Session, code_hmac: bytes) -> Draft | None:
    """The draft that this draft code opens."""
    row = session.execute(_DRAFTS.where(DRAFT.code_hmac == code_hmac)).one_or_none()
    return _draft(*row) if row else None


def put(session: Session, token_hash: bytes, draft: Draft) -> None:
    """Keep a draft in the place of what stood there before; its code stays."""
    now = {
        "token_hash": token_hash,
        "key": draft.key,
        "answers": json.dumps(draft.answers, ensure_ascii=False),
        "answered": _numbers(draft.answered),
        "saved_at": draft.saved_at,
    }
    upsert.put(session, DraftRow, now)


def touch(session: Session, token_hash: bytes, at: datetime) -> bool:
    """Let a draft be kept from this instant on; False where there is none."""
    done = session.execute(update(DraftRow).where(DraftRow.token_hash == token_hash).values(saved_at=at))
    return bool(done.rowcount)  # type: ignore[attr-defined]


def set_code(session: Session, token_hash: bytes, code_hmac: bytes) -> None:
    """Let this code open the draft too."""
    session.execute(update(DraftRow).where(DraftRow.token_hash == token_hash).values(code_hmac=code_hmac))


def remove(session: Session, token_hash: bytes) -> None:
    """Forget a draft."""
    session.execute(delete(DraftRow).where(DraftRow.token_hash == token_hash))


def _numbers(answered: Collection[int]) -> str:
    return " ".join(str(int(number)) for number in sorted(answered))


def _draft(key: str, answers: str, answered: str, saved_at: datetime) -> Draft:
    return Draft(key, json.loads(answers), frozenset(int(number) for number in answered.split()), saved_at)
