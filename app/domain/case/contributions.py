"""Colleagues asked for their part of an answer, with a day on which it is due; it stands in the composer (5.12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.contribution_states import ContributionState, Reminder
from app.domain.case.independence import bar
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class ContributionAsked:
    """Somebody of the staff was asked for their part, by a day."""

    contribution: int
    staff: int
    stage: Stage
    said: Said
    due_on: date


@dataclass(frozen=True, slots=True)
class ContributionGiven:
    """The part was given."""

    contribution: int
    said: Said


@dataclass(frozen=True, slots=True)
class ContributionReminded:
    """The night reminded whoever was asked: the part is due, or was."""

    contribution: int
    staff: int
    due_on: date
    reminder: Reminder


Event = ContributionAsked | ContributionGiven | ContributionReminded


def ask(
    complaint: Complaint, staff: int | None, due_on: date | None, words: str, *, deed: Deed, write: Write
) -> ContributionAsked:
    """Return the event; raises Refused when no answer is due, for a part missing, or who is concerned (5.8, 5.12)."""
    stage = complaint.unanswered
    if stage is None:
        raise Refused(Why.NO_ANSWER_DUE)
    gaps = []
    if staff is None:
        gaps.append(Gap(Why.CONTRIBUTION_WITHOUT_PERSON, "staff"))
    elif why := bar(complaint, staff):
        gaps.append(Gap(why, "staff"))
    if due_on is None or due_on < deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_PAST, "due_on"))
    if not words.strip():
        gaps.append(Gap(Why.CONTRIBUTION_WITHOUT_WORDS, "words"))
    refuse_if(gaps)
    if staff is None or due_on is None:
        raise Refused(Why.CONTRIBUTION_WITHOUT_PERSON)
    said = write(WordsKind.NOTE, words)
    return ContributionAsked(len(complaint.contributions) + 1, staff, stage.stage, said, due_on)


def give(complaint: Complaint, number: int, words: str, write: Write) -> ContributionGiven:
    """Return the event; raises Refused without words, or where nothing waits for it (5.12)."""
    if not any(each.number == number and each.given is None for each in complaint.contributions):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if not words.strip():
        raise Refused(Gap(Why.CONTRIBUTION_EMPTY, "words"))
    return ContributionGiven(number, write(WordsKind.NOTE, words))


def remind(complaint: Complaint, *, terms: Terms, deed: Deed) -> tuple[ContributionReminded, ...]:
    """Return an event for each part to be reminded of today: on the working day before it is due, and after (5.12).

    Nobody is reminded who may have no part in it any more, and nobody twice.
    """
    due = ((part, _reminder(part, terms, deed.on)) for part in complaint.contributions if waits(complaint, part))
    return tuple(
        ContributionReminded(part.number, part.staff, part.due_on, reminder)
        for part, reminder in due
        if reminder is not None and reminder not in part.reminded
    )


def waits(complaint: Complaint, part: ContributionState) -> bool:
    """Return whether a part is still to be given, by who was asked for it."""
    stage = complaint.at_stage(part.stage)
    if part.given is not None or stage is None or stage.answered_on is not None:
        return False
    return complaint.ended is None and bar(complaint, part.staff) is None


def _reminder(part: ContributionState, terms: Terms, today: date) -> Reminder | None:
    if today > part.due_on:
        return Reminder.AFTER
    return Reminder.BEFORE if today < part.due_on <= terms.in_working_days(today, 1) else None


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case ContributionAsked(number, staff, stage, said, due_on):
            asked = ContributionState(number, staff, stage, said, due_on)
            return replace(complaint, contributions=(*complaint.contributions, asked))
        case ContributionGiven(number, said):
            return _with(complaint, number, given=said, given_on=on)
        case ContributionReminded(number, _, _, reminder):
            before = (part.reminded for part in complaint.contributions if part.number == number)
            return _with(complaint, number, reminded=frozenset({reminder}).union(*before), reminded_on=on)


def _with(complaint: Complaint, number: int, **changes: object) -> Complaint:
    parts = tuple(
        replace(part, **changes) if part.number == number else part  # type: ignore[arg-type]
        for part in complaint.contributions
    )
    return replace(complaint, contributions=parts)
