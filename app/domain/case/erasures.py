"""What becomes of words: erased in time with all of an ended case, or taken out singly with a reason (ruling 12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Removal
from app.domain.clock import duties
from app.domain.clock.duty_kinds import OF_THE_HOUSE
from app.domain.deed import london_day
from app.domain.landlord.retention import Keep
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class WordsErased:
    """Everything that people said, and who they are, was erased: so many years after the complaint ended."""

    ended_on: date
    years: int


@dataclass(frozen=True, slots=True)
class TextRemoved:
    """One text was taken out, because it should never have stood here."""

    text: int
    reason: Said


@dataclass(frozen=True, slots=True)
class LetterRemoved:
    """The words of one letter were taken out; that it was written and went stays on record."""

    letter: int
    reason: Said


Event = WordsErased | TextRemoved | LetterRemoved


class How(Enum):
    """How words went."""

    UNKNOWN = "unknown"
    ERASED = "erased"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Gone:
    """What a page says where words were: how they went and when, and why, as somebody wrote it unless that went too."""

    how: How = How.UNKNOWN
    on: date | None = None
    reason: str = ""


def ended_on(complaint: Complaint) -> date | None:
    """Return the last day of a complaint that is over; None while anybody has anything to do about it."""
    stage = complaint.current
    answered_on = stage.answer_sent_on if stage is not None else None
    ended = complaint.ended_on or answered_on or complaint.intake.ended_on
    if ended is None or complaint.stage_2_waits or any(duty.kind not in OF_THE_HOUSE for duty in duties.of(complaint)):
        return None
    promised = [day for promise in complaint.promises for day in (promise.kept_on, promise.ended_on)]
    paid = [day for offer in complaint.remedies.offers for day in (offer.offered_on, offer.answered_on, offer.paid_on)]
    closed_on = None if complaint.closure is None else complaint.closure.on
    told = [london_day(message.at) for message in complaint.messages]
    told += [file.on for file in complaint.files]
    safe = [day for each in complaint.hazards for day in (each.safe_on, each.works_on, each.accommodation_on)]
    rated = None if complaint.survey is None else complaint.survey.changed_on
    written = [day for letter in complaint.letters for day in (letter.issued_on, letter.sent_on)]
    return max(
        [ended, *(day for day in (*promised, *written, *told, *safe, *paid, closed_on, rated) if day is not None)]
    )


def erase(complaint: Complaint, keep: Keep, by: date) -> WordsErased | None:
    """Return the event; None for a complaint that is not over, or has not been for as long as it is kept."""
    ended = ended_on(complaint)
    if ended is None or not keep.is_over(ended, by):
        return None
    return WordsErased(ended, keep.years)


def remove_text(number: int, reason: str, *, kept: bool, write: Write) -> TextRemoved:
    """Return the event; raises Refused without a reason, or where no such words are kept (ruling 12)."""
    _refuse(reason, kept)
    return TextRemoved(number, write(WordsKind.REASON, reason.strip()))


def remove_letter(complaint: Complaint, number: int, reason: str, *, kept: bool, write: Write) -> LetterRemoved:
    """Return the event; raises Refused as `remove_text` does, and for a letter that has not gone yet."""
    if complaint.letter(number).sent_on is None:
        raise Refused(Why.LETTER_NOT_GONE)
    _refuse(reason, kept)
    return LetterRemoved(number, write(WordsKind.REASON, reason.strip()))


def _refuse(reason: str, kept: bool) -> None:
    gaps = []
    if not kept:
        gaps.append(Gap(Why.NO_SUCH_WORDS, "number"))
    if not reason.strip():
        gaps.append(Gap(Why.REMOVED_WITHOUT_REASON, "reason"))
    refuse_if(gaps)


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, which was recorded on a London day."""
    match event:
        case WordsErased():
            letters = tuple(replace(letter, removed=Removal(on)) for letter in complaint.letters)
            return replace(complaint, erased_on=on, letters=letters)
        case TextRemoved(text, reason):
            return replace(complaint, removals=(*complaint.removals, Removal(on, reason, text)))
        case LetterRemoved(letter, reason):
            return complaint.with_letter(letter, removed=Removal(on, reason))


def gone(removal: Removal | None, texts: Mapping[int, str]) -> Gone:
    """Return since when words are gone and why, the reason from these texts."""
    if removal is None:
        return Gone()
    if removal.reason is None:
        return Gone(How.ERASED, removal.on)
    return Gone(How.REMOVED, removal.on, texts.get(removal.reason.number, ""))
