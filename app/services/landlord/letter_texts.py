"""The landlord's own words in letters: written in versions, and given to each letter as they stand that moment."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.domain.case.findings import ResponseDraft
from app.domain.case.state import Complaint
from app.domain.changed import Changed
from app.domain.clock.profiles import profile
from app.domain.deed import Deed
from app.domain.landlord.landlord import ENGLISH, Landlord
from app.domain.landlord.letter_texts import (
    NOTHING,
    OF_ANSWER,
    OF_NOTICE,
    LetterKind,
    LetterTextSet,
    OwnWords,
    faults,
    offered,
    outcome,
)
from app.domain.mail.addressees import addressee
from app.domain.mail.notices import Notice
from app.domain.refused import refuse_if
from app.services.landlord import landlord
from app.services.landlord.streams import note
from app.store.landlord import landlord as landlord_store
from app.store.landlord import letter_texts as store
from app.store.landlord.letter_texts import LetterText
from app.words.say import say

OMBUDSMAN = "ombudsman"
"""What every language of ours calls them, in part: a name of its own is looked for besides."""


def kinds(ours: Landlord) -> tuple[LetterKind, ...]:
    """Return the letters that may have words of our own, under the procedure that is ours."""
    return offered(profile(ours.profile).findings)


def put(session: Session, letter: LetterKind, language: str, words: OwnWords, deed: Deed) -> int:
    """Keep the words of a letter as another version and return its number; the same words are none.

    Raises Refused for what may not stand in them (6.9, 6.19), Changed when somebody wrote others after `deed.seen`.
    """
    landlord_store.hold(session)
    check(session, language, words)
    before = store.latest(session, letter.value, language)
    number = before.version if before is not None else 0
    if words == (NOTHING if before is None else OwnWords(before.opening, before.ending)):
        return number
    if deed.seen is not None and deed.seen != number:
        raise Changed
    note(session, LetterTextSet(letter, language, number + 1), deed)
    by = deed.by.staff_id or 0
    store.add(session, LetterText(letter.value, language, number + 1, words.opening, words.ending, by, deed.at))
    return number + 1


def check(session: Session, language: str, words: OwnWords) -> None:
    """Raise Refused for whatever may not stand in the words of a letter (6.9, 6.19)."""
    refuse_if(faults(words, _called(landlord.current(session), language)))


def of_notice(session: Session, notice: Notice, language: str) -> OwnWords:
    """Return the words that stand in a letter of this notice, in its language; none where none were written."""
    letter = OF_NOTICE.get(notice)
    return NOTHING if letter is None else _now(session, letter, language)


def of_answer(session: Session, complaint: Complaint, draft: ResponseDraft) -> OwnWords:
    """Return the words of an answer: those somebody wrote for it, else the landlord's for what it comes to."""
    if draft.own is not None:
        return draft.own
    letter = fitting(complaint, draft)
    return NOTHING if letter is None else _now(session, letter, complaint.party(addressee(complaint)).language)


def fitting(complaint: Complaint, draft: ResponseDraft) -> LetterKind | None:
    """Return which of the landlord's words fit an answer as it is being written; None while a finding is missing."""
    stage, found = complaint.current, outcome([each.finding for each in draft.findings])
    return None if found is None or stage is None else OF_ANSWER.get((stage.stage, found))


def _now(session: Session, letter: LetterKind, language: str) -> OwnWords:
    text = store.latest(session, letter.value, language)
    return NOTHING if text is None else OwnWords(text.opening, text.ending)


def _called(ours: Landlord, language: str) -> Collection[str]:
    body = profile(ours.profile).ombudsman.body
    own = ours.ombudsman.name if ours.ombudsman is not None else ""
    return {OMBUDSMAN, say(body, language), say(body, ENGLISH), own}
