"""Erase the words of a case: all of them when it has been over for long enough, or one with a reason (ruling 12)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain.case import erasures
from app.domain.deed import Deed
from app.domain.history import Part
from app.services.case import histories
from app.services.landlord import retention
from app.store.case import wordings
from app.store.case.wordings import CASE
from app.store.landlord import retention as store
from app.store.mail import letters
from app.store.people import contacts


def erase(session: Session, reference: str, by: date, deed: Deed) -> bool:
    """Erase what was said in a case that is past its time by a day, and who took part; returns whether it was.

    It is found by its whole reference only from then on: the words it could be searched by are gone too.
    """
    with histories.opened(session, reference, deed) as case:
        erased = erasures.erase(case.complaint, CASE, by)
        if erased is None:
            return False
        case.add(erased)
        store.erase_case(session, case.id)
        contacts.retire_all(session, case.id)
        retention.note_erased(session, deed.at)
    return True


def remove_text(session: Session, reference: str, number: int, reason: str, deed: Deed) -> list[int]:
    """Take out one text of a case, and return the numbers of the letters that still quote it.

    Raises Refused without a reason, or where no such words are kept (ruling 12).
    """
    with histories.opened(session, reference, deed, Part.WORDS) as case:
        text = case.texts().get(number, "")
        case.add(erasures.remove_text(number, reason, kept=bool(text), write=case.write))
        wordings.erase(session, case.id, number)
        retention.note_erased(session, deed.at)
        return [letter.number for letter in letters.of_case(session, case.id) if _quotes(letter.blocks, text)]


def remove_letter(session: Session, reference: str, number: int, reason: str, deed: Deed) -> None:
    """Take out the words of one letter; raises Refused as `remove_text` does, and for one that has not gone yet."""
    with histories.opened(session, reference, deed, Part.WORDS) as case:
        letter = letters.find(session, case.id, number)
        kept = letter is not None and letter.blocks is not None
        case.add(erasures.remove_letter(case.complaint, number, reason, kept=kept, write=case.write))
        letters.erase(session, case.id, number)
        retention.note_erased(session, deed.at)


def _quotes(blocks: str | None, text: str) -> bool:
    return any(text in each for each in _strings(json.loads(blocks or "[]")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(each)
