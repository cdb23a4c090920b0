"""What a stage counts as: plain values, as the figures sort and add them up (8.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.kinds import Kind
from app.domain.case.survey_states import Score
from app.domain.clock.profiles import Ground
from app.domain.figures.filing import EVERYTHING, Known, Outcome
from app.domain.promises.guidance import Pence


class Standing(Enum):
    """Whether a stage has had its answer. STOPPED: it ended without; UNKNOWN: nobody kept whether it had one."""

    OPEN = "open"
    ANSWERED = "answered"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class Timeliness(Enum):
    """When an answer went, against the Code's own limit (6.3, 6.4, 6.14, 6.15)."""

    WITHIN_TARGET = "within_target"
    WITHIN_EXTENSION = "within_extension"
    OUT_OF_TARGET = "out_of_target"


class Acknowledged(Enum):
    """When an acknowledgement went. NOT_DUE: the stage was over before it had to; WAITING: it has not gone yet."""

    IN_TIME = "in_time"
    LATE = "late"
    NOT_DUE = "not_due"
    WAITING = "waiting"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Under what a case is counted: keys of the landlord's lists, and who had it in hand. None: unknown."""

    channel: str | None = None
    service_area: str | None = None
    theme: str | None = None
    other_themes: tuple[str, ...] | None = None
    directorate: str | None = None
    neighbourhood: str | None = None
    tenure: str | None = None
    root_cause: str | None = None
    escalation_reason: str | None = None
    contractor: str | None = None
    handler: int | None = None
    complainant: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """One stage of one case as the figures count it; `stage` is 0 for what is no complaint.

    `number` tells the letters of MPs and councillors apart that joined one case. `target` is the Code's limit before
    more time and `due_on` the limit that counts: more time of which nobody was told in time does not move it (6.4).
    `told_in_time` is of that more time, `late_told_on` the day they were told of any later date than the target.
    `stopped_on` is the day it ended without an answer. Days are working days; sums are pence.
    """

    stage: int
    number: int
    kind: Kind
    received_on: date
    begun_on: date
    standing: Standing
    under: Dimensions
    known: Known = EVERYTHING
    acknowledge_by: date | None = None
    acknowledged_on: date | None = None
    acknowledged: Acknowledged = Acknowledged.NOT_DUE
    target: date | None = None
    extended_to: date | None = None
    extension_told_on: date | None = None
    told_in_time: bool | None = None
    late_told_on: date | None = None
    due_on: date | None = None
    responded_on: date | None = None
    timeliness: Timeliness | None = None
    days_from_receipt: int | None = None
    days_from_acknowledgement: int | None = None
    outcome: Outcome | None = None
    refusal: Ground | str | None = None
    stopped_on: date | None = None
    closed_on: date | None = None
    satisfaction: Score | None = None
    compensation: Pence | None = None
