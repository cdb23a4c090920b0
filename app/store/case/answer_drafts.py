"""Answers that are being written: what stands in the form of each stage, who saved it last, and from which page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Keep, Kind, kept
from app.store.upsert import insert_into

UNISSUED = Keep(years=0, days=90, after="it was last saved, or when the answer is issued", since="saved_at")


class AnswerDraftRow(Base, kind=Kind.WORDS):
    """The one answer that is being written at a stage of a case. `page` is the key of the page it was saved from."""

    __tablename__ = "answer_draft"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    stage: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    typed: Mapped[str] = kept(personal=UNISSUED)
    version: Mapped[int] = kept(personal=None)
    page: Mapped[str] = kept(personal=None, secret=True)
    saved_by: Mapped[int] = kept(personal=None)
    saved_at: Mapped[datetime] = kept(index=True, personal=None)


class AnswerDraft(NamedTuple):
    """What was typed, by the names of its fields; `version` counts how often it was saved."""

    typed: Mapping[str, str]
    version: int
    page: str
    saved_by: int
    saved_at: datetime


_DRAFTS = select(*(getattr(AnswerDraftRow, name) for name in AnswerDraft._fields))


def find(session: Session, case_id: int, stage: int) -> AnswerDraft | None:
    """The answer that is being written at a stage."""
    row = session.execute(_DRAFTS.filter_by(case_id=case_id, stage=stage)).one_or_none()
    return AnswerDraft(*row)._replace(typed=json.loads(row.typed)) if row else None


def put(session: Session, case_id: int, stage: int, draft: AnswerDraft, over: int) -> bool:
    """Keep a draft in the place of version `over`, 0 being none; False when another stands there by now."""
    now = draft._asdict() | {"typed": json.dumps(draft.typed, ensure_ascii=False)}
    new = insert_into(session, AnswerDraftRow).values(case_id=case_id, stage=stage, **now)
    key = [AnswerDraftRow.case_id, AnswerDraftRow.stage]
    put = new.on_conflict_do_update(index_elements=key, set_=now, where=AnswerDraftRow.version == over)
    return session.scalar(put.returning(AnswerDraftRow.version)) is not None


def remove(session: Session, case_id: int, stage: int) -> None:
    """Forget the answer that was being written at a stage."""
    session.execute(delete(AnswerDraftRow).filter_by(case_id=case_id, stage=stage))
