"""Letters as they were issued: the frozen blocks, read again for a page, a print or a pack."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.domain.case.erasures import Gone, gone
from app.domain.case.state import LetterState
from app.store.case import wordings
from app.store.mail import letters
from app.store.mail.letters import Letter


@dataclass(frozen=True, slots=True)
class Issued:
    """A letter as it was issued: its blocks, which are None once its words are `gone`."""

    letter: LetterState
    language: str
    blocks: Sequence[dict[str, Any]] | None
    gone: Gone


def one_of(session: Session, case_id: int, wanted: Iterable[LetterState], number: int) -> Issued | None:
    """Return the letter of this number, None when it is not among those wanted."""
    state = next((each for each in wanted if each.number == number), None)
    row = letters.find(session, case_id, number)
    if state is None or row is None:
        return None
    return _issued(state, row, _reasons(session, case_id, [state]))


def all_of(session: Session, case_id: int, wanted: Iterable[LetterState]) -> tuple[Issued, ...]:
    """Return the letters wanted of a case, in their order."""
    rows = {row.number: row for row in letters.of_case(session, case_id)}
    theirs = list(wanted)
    reasons = _reasons(session, case_id, theirs)
    return tuple(_issued(letter, rows[letter.number], reasons) for letter in theirs)


def _issued(state: LetterState, row: Letter, reasons: Mapping[int, str]) -> Issued:
    blocks = None if row.blocks is None else json.loads(row.blocks)
    return Issued(state, row.language, blocks, gone(state.removed, reasons))


def _reasons(session: Session, case_id: int, wanted: Iterable[LetterState]) -> Mapping[int, str]:
    """Return why words were taken out of these letters; asks nothing where none were."""
    said = [letter.removed.reason.number for letter in wanted if letter.removed and letter.removed.reason]
    return wordings.some(session, case_id, said) if said else {}
