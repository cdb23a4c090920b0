"""Letters as they were issued: the frozen blocks, read again for a page, a print or a pack."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.domain.case.state import LetterState
from app.store.mail import letters
from app.store.mail.letters import Letter


@dataclass(frozen=True, slots=True)
class Issued:
    """A letter as it was issued: its blocks, which are None once its words were erased."""

    letter: LetterState
    language: str
    blocks: Sequence[dict[str, Any]] | None


def one_of(session: Session, case_id: int, wanted: Iterable[LetterState], number: int) -> Issued | None:
    """Return the letter of this number, None when it is not among those wanted."""
    state = next((each for each in wanted if each.number == number), None)
    row = letters.find(session, case_id, number)
    return None if state is None or row is None else _issued(state, row)


def all_of(session: Session, case_id: int, wanted: Iterable[LetterState]) -> tuple[Issued, ...]:
    """Return the letters wanted of a case, in their order."""
    rows = {row.number: row for row in letters.of_case(session, case_id)}
    return tuple(_issued(letter, rows[letter.number]) for letter in wanted)


def _issued(state: LetterState, row: Letter) -> Issued:
    return Issued(state, row.language, None if row.blocks is None else json.loads(row.blocks))
