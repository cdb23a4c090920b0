"""A complaint that was drawn to be looked at afterwards, as it stands: plain values, folded (4.3, 9.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.said import Said

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


class ReviewResult(Enum):
    """What a review came to."""

    GOOD = "good"
    TO_LEARN = "to_learn"
    TO_PUT_RIGHT = "to_put_right"


@dataclass(frozen=True, slots=True)
class ReviewAnswers:
    """Whether it was done well, question by question."""

    definition: bool
    points: bool
    plain: bool
    promises: bool
    dates: bool


@dataclass(frozen=True, slots=True)
class ReviewState:
    """One review; `month` is the first day of the month in which the complaint was answered or closed."""

    month: date
    staff: int | None
    review_by: date
    reviewed_on: date | None = None
    reviewed_by: int | None = None
    answers: ReviewAnswers | None = None
    result: ReviewResult | None = None
    said: Said | None = None

    @property
    def waits(self) -> bool:
        """Return whether it has still to be done."""
        return self.reviewed_on is None


def finished_on(complaint: Complaint) -> date | None:
    """Return the day it was closed, else answered; None: it was not, ended otherwise, or was dealt with elsewhere."""
    stage = complaint.current
    if complaint.ended is not None or complaint.past is not None or stage is None:
        return None
    return stage.answer_sent_on if complaint.closure is None else complaint.closure.on


def worked_on(complaint: Complaint) -> frozenset[int]:
    """Return who had a part in it, or is complained of: none of them looks at how it was done (ruling 14)."""
    found = {each for stage in complaint.stages for each in stage.worked_on_by} | complaint.concerned
    found |= {promise.owner for promise in complaint.promises}
    found |= {each for part in complaint.contributions if (each := part.staff) is not None}
    found |= {each.staff for each in complaint.messages if each.staff is not None}
    return frozenset(found if complaint.handler is None else found | {complaint.handler})
