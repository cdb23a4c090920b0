"""Reasonable adjustments: each one asked for is a dated duty of ours, not of the resident's (5.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

if TYPE_CHECKING:
    from app.domain.case.state import Complaint
    from app.domain.clock.terms import Terms
    from app.domain.deed import Deed


class Need(Enum):
    """What would make this easier."""

    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    AUDIO = "audio"
    BRAILLE = "braille"
    BSL = "bsl"
    INTERPRETER = "interpreter"
    CALLS_NOT_LETTERS = "calls_not_letters"
    LETTERS_NOT_CALLS = "letters_not_calls"
    MORE_TIME = "more_time"
    ONE_NAMED_PERSON = "one_named_person"
    HOME_VISIT = "home_visit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AdjustmentAsked:
    """Somebody said what would make this easier; it is put in place by a day we set ourselves."""

    party: int
    adjustment: int
    need: Need
    said: Said | None
    settle_by: date


@dataclass(frozen=True, slots=True)
class AdjustmentSettled:
    """It is in place, or what was agreed instead is written down."""

    adjustment: int
    said: Said


Event = AdjustmentAsked | AdjustmentSettled

SETTLE_WITHIN = 5
"""Working days in which a need that was told is put in place: our own promise, not the Code's."""


def ask(
    complaint: Complaint, party: int, needs: Sequence[Need], words: str, *, terms: Terms, deed: Deed, write: Write
) -> tuple[AdjustmentAsked, ...]:
    """Return an event for each need, numbered on; raises Refused for no need at all (5.10)."""
    complaint.party(party)
    if not needs:
        raise Refused(Gap(Why.NOTHING_SAID, "needs"))
    said = write(WordsKind.NOTE, words) if words.strip() else None
    by = terms.in_working_days(deed.on, SETTLE_WITHIN)
    first = complaint.adjustments + 1
    return tuple(AdjustmentAsked(party, number, need, said, by) for number, need in enumerate(needs, first))


def settle(complaint: Complaint, adjustment: int, how: str, write: Write) -> AdjustmentSettled:
    """Return the event; raises Refused without a word on what was put in place (5.10)."""
    if not complaint.has_task(DutyKind.ADJUSTMENT, adjustment):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if not how.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return AdjustmentSettled(adjustment, write(WordsKind.NOTE, how))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case AdjustmentAsked(party, adjustment, need, _, settle_by):
            asked = replace(complaint, adjustments=complaint.adjustments + 1)
            known = {each.number: each.needs for each in complaint.parties}.get(party, ())
            asked = asked.with_party(party, needs=(*known, need))
            return asked.with_task(Task(DutyKind.ADJUSTMENT, adjustment, settle_by))
        case AdjustmentSettled(adjustment, _):
            return complaint.without_task(DutyKind.ADJUSTMENT, adjustment)
