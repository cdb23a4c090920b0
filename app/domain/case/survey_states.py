"""What somebody says of how we dealt with their complaint, as it stands: plain values, folded (1.6, R30)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.said import Said

if TYPE_CHECKING:
    from app.domain.case.state import Complaint

ASKED_WITHIN = timedelta(weeks=4)
"""How long the question may be late: after that nobody is asked about what is long over."""
CHANGED_WITHIN = timedelta(weeks=4)
"""How long an answer may be put right after it was first given: then it stands in our figures."""


class Score(Enum):
    """An answer to one question of the survey, best first."""

    VERY_SATISFIED = "very_satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    NEITHER = "neither"
    FAIRLY_DISSATISFIED = "fairly_dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"


SATISFIED = frozenset({Score.VERY_SATISFIED, Score.FAIRLY_SATISFIED})


class SurveyHow(Enum):
    """How the answers reached us."""

    PAGE = "page"
    PHONE = "phone"


class SurveyLeft(Enum):
    """Why a call that was to ask for the answers brought none."""

    NO_THANK_YOU = "no_thank_you"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Scores:
    """One person's answers; every question may be skipped."""

    overall: Score | None = None
    easy: Score | None = None
    informed: Score | None = None
    outcome: Score | None = None

    @property
    def given(self) -> bool:
        """Return whether any question was answered."""
        return any(getattr(self, field.name) is not None for field in fields(self))


@dataclass(frozen=True, slots=True)
class SurveyState:
    """The survey of one complaint. `letter` is 0 where nothing was sent; `ring_by`: somebody is to ring them."""

    asked_on: date
    party: int
    letter: int = 0
    ring_by: date | None = None
    scores: Scores | None = None
    said: Said | None = None
    how: SurveyHow | None = None
    answered_on: date | None = None
    changed_on: date | None = None
    left: SurveyLeft | None = None

    @property
    def waits(self) -> bool:
        """Return whether we would still like to hear."""
        return self.answered_on is None and self.left is None

    def may_change(self, today: date) -> bool:
        """Return whether answers may be given, or those that were given put right."""
        return self.answered_on is None or today <= self.answered_on + CHANGED_WITHIN


def survey_waits(complaint: Complaint) -> bool:
    """Return whether the answers are still asked for: not while anything is in dispute again, or once it ended."""
    return complaint.survey is not None and complaint.survey.waits and not in_dispute(complaint)


def in_dispute(complaint: Complaint) -> bool:
    """Return whether it is no time to ask: nothing is answered, it stopped, or we are told of something not done."""
    stage = complaint.current
    running = stage is None or stage.answer_sent_on is None or complaint.stage_2_waits
    return running or complaint.ended is not None or any(promise.disputed for promise in complaint.promises)
