"""More time as the figures count it: it moves the date only where the resident was told of it in time (6.4, 6.15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Complaint, StageState
from app.domain.figures.filing import Known, StageFiling
from app.domain.mail.notices import Notice

TELLS_OF_DELAY = frozenset({Notice.LATE, Notice.NEW_DATE})
"""Once the answer is late, they are about it; before, about an acknowledgement."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Until when, on which day they were told, and the day that counts. `told_in_time`: None where nobody kept it."""

    due_on: date
    extended_to: date | None = None
    told_on: date | None = None
    told_in_time: bool | None = None
    late_told_on: date | None = None


def more_time(complaint: Complaint, stage: StageState, filed: StageFiling) -> MoreTime:
    """Return the more time that a stage was given beyond the Code's own limit, and whether they were told in time."""
    due = stage.original_limit
    extended_to = told_on = None
    for each in stage.extensions:
        if each.new_date <= due:
            continue  # a day earlier than the Code's was moved: no time was added
        extended_to, told_on = each.new_date, filed.told_on or _sent_on(complaint, each.letter)
        if Known.TOLD not in filed.known or (told_on is not None and told_on <= due):
            due = each.new_date
    known = extended_to is not None and Known.TOLD in filed.known
    in_time = due == extended_to if known else None
    return MoreTime(due, extended_to, told_on, in_time, told_on or _late_told_on(complaint, stage))


def _sent_on(complaint: Complaint, letter: int) -> date | None:
    return next((each.sent_on for each in complaint.letters if each.number == letter), None)


def _late_told_on(complaint: Complaint, stage: StageState) -> date | None:
    """Return the first day on which a letter said that the answer of this stage is late."""
    told = (each.sent_on for each in complaint.letters if each.notice in TELLS_OF_DELAY and each.stage is stage.stage)
    return min((day for day in told if day is not None and day > stage.original_limit), default=None)
