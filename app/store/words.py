"""The texts and letters of many cases at once, with their salts, for proving that they are what they were."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.case.wordings import WordingRow
from app.store.mail.letters import LetterRow

Kept = dict[tuple[int, int], tuple[str | None, bytes | None]]
"""By case and number: the words and their salt, both None where they were erased."""


def texts(session: Session, cases: Collection[int]) -> Kept:
    """What people said in these cases."""
    rows = select(WordingRow.case_id, WordingRow.number, WordingRow.text, WordingRow.salt)
    found = session.execute(rows.where(WordingRow.case_id.in_(cases)))
    return {(case, number): (text, salt) for case, number, text, salt in found}


def letters(session: Session, cases: Collection[int]) -> Kept:
    """What we wrote in these cases."""
    rows = select(LetterRow.case_id, LetterRow.number, LetterRow.blocks, LetterRow.salt)
    found = session.execute(rows.where(LetterRow.case_id.in_(cases)))
    return {(case, number): (blocks, salt) for case, number, blocks, salt in found}
