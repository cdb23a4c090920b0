"""Erase the words of a case: all of them when it has been over for long enough, or one with a reason (ruling 12)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain.case import erasures
from app.domain.case.copies import shares
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import safeguarding
from app.services.case import histories
from app.services.landlord import retention
from app.store.case import answer_drafts, evidence, wordings
from app.store.case.wordings import CASE
from app.store.landlord import retention as store
from app.store.mail import letters
from app.store.people import contacts


@dataclass(frozen=True, slots=True)
class Copies:
    """Where words that were taken out stand too: in other texts and letters, by number, and in answers at a stage."""

    texts: tuple[int, ...] = ()
    letters: tuple[int, ...] = ()
    drafts: tuple[Stage, ...] = ()


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


def remove_texts(session: Session, reference: str, numbers: Sequence[int], reason: str, deed: Deed) -> Copies:
    """Take out texts of a case, and return where else some of their words stand.

    An answer that is being written loses the fields that hold some. Raises Refused without a reason, or where no such
    words are kept (ruling 12): then nothing is taken out.
    """
    with histories.opened(session, reference, deed, Part.WORDS) as case:
        hidden = safeguarding.texts(case.complaint)  # nobody who takes out words is shown these
        kept = {number: text for number, text in case.texts().items() if number not in hidden}
        for number in dict.fromkeys(numbers):
            case.add(erasures.remove_text(number, reason, kept=bool(kept.get(number)), write=case.write))
            wordings.erase(session, case.id, number)
            for file in (each for each in case.complaint.files if each.said.number == number):
                evidence.let_go(session, case.id, file.number)  # nobody could tell any more what it is
        retention.note_erased(session, deed.at)
        removed = [kept.pop(number) for number in set(numbers)]
        return Copies(
            tuple(number for number, text in kept.items() if _copied(removed, text)),
            tuple(each.number for each in letters.of_case(session, case.id) if _quotes(each.blocks, removed)),
            tuple(stage for stage in Stage if _emptied(session, case.id, stage, removed)),
        )


def remove_letters(session: Session, reference: str, numbers: Sequence[int], reason: str, deed: Deed) -> None:
    """Take out the words of letters; raises Refused as `remove_texts` does, and for one that has not gone yet."""
    with histories.opened(session, reference, deed, Part.WORDS) as case:
        for number in dict.fromkeys(numbers):
            letter = letters.find(session, case.id, number)
            kept = letter is not None and letter.blocks is not None
            case.add(erasures.remove_letter(case.complaint, number, reason, kept=kept, write=case.write))
            letters.erase(session, case.id, number)
        retention.note_erased(session, deed.at)


def _emptied(session: Session, case_id: int, stage: Stage, removed: Sequence[str]) -> bool:
    """Empty what holds such words in the answer being written; a page that still shows them cannot save over it."""
    draft = answer_drafts.find(session, case_id, stage)
    held = [name for name, text in draft.typed.items() if _copied(removed, text)] if draft else []
    if draft is None or not held:
        return False
    emptied = draft._replace(typed={**draft.typed, **dict.fromkeys(held, "")}, version=draft.version + 1, page="")
    answer_drafts.put(session, case_id, stage, emptied, draft.version)
    return True


def _copied(removed: Iterable[str], text: str) -> bool:
    return any(shares(each, text) for each in removed)


def _quotes(blocks: str | None, removed: Sequence[str]) -> bool:
    return any(_copied(removed, each) for each in _strings(json.loads(blocks or "[]")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(each)
