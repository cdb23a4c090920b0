"""How a case is filed for the figures: plain values that a whole case carries, beside what its own nouns know (8.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntFlag, auto

from app.domain.case.survey_states import Score
from app.domain.clock.profiles import Ground


class Outcome(Enum):
    """How a stage ended, in the one word that is counted.

    OVERTAKEN: Stage 2 began before Stage 1 was answered; ENDED: they died, and nobody carries on.
    """

    UPHELD = "upheld"
    UPHELD_IN_PART = "upheld_in_part"
    NOT_UPHELD = "not_upheld"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    OVERTAKEN = "overtaken"
    ENDED = "ended"


DECIDED = frozenset({Outcome.UPHELD, Outcome.UPHELD_IN_PART, Outcome.NOT_UPHELD, Outcome.RESOLVED})
"""What only an answer can say."""


class Known(IntFlag):
    """Of what an empty column is an answer (none, never, not yet) rather than something that nobody kept."""

    ACKNOWLEDGED = auto()
    EXTENDED = auto()
    TOLD = auto()
    RESPONDED = auto()
    OUTCOME = auto()
    SATISFACTION = auto()
    COMPENSATION = auto()


EVERYTHING = ~Known(0)
"""What is known of a case that was dealt with here from its first day."""


@dataclass(frozen=True, slots=True)
class StageFiling:
    """What is known of one stage of a history that was brought in, beside its dates.

    `outcome` is that of the whole, where no points were kept; `told_on` the day they were told of more time.
    """

    known: Known = EVERYTHING
    outcome: Outcome | None = None
    told_on: date | None = None


HERE = StageFiling()


@dataclass(frozen=True, slots=True)
class Filing:
    """Under what a case is counted: keys of the landlord's lists. None: nobody kept it, and it is unknown, never none.

    `channel` is the landlord's own, where it has one beside those we know; `complainant` is the same for all cases of
    one person, and says nothing else of them.
    """

    channel: str | None = None
    theme: str | None = None
    other_themes: tuple[str, ...] | None = None
    directorate: str | None = None
    neighbourhood: str | None = None
    tenure: str | None = None
    contractor: str | None = None
    root_cause: str | None = None
    escalation_reason: str | None = None
    complainant: str | None = None
    refusal: Ground | None = None
    refusal_reason: str | None = None
    satisfaction: Score | None = None
    compensation: int | None = None
    closed_on: date | None = None
    imported: bool = False
    channel_known: bool = True
    stage_1: StageFiling = HERE
    stage_2: StageFiling = HERE
