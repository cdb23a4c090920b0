"""An answer that a second person looks at before it goes, as it stands: plain values that a whole case carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.said import Said


class CheckStanding(Enum):
    """What has become of a check. TAKEN_BACK: its writer's side wanted to change the answer before anybody decided."""

    WAITING = "waiting"
    RETURNED = "returned"
    TAKEN_BACK = "taken_back"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class CheckState:
    """An answer as it was sent to be checked, whole, and by whom.

    `points` are those it answers, of this `version` of the definition.
    """

    number: int
    stage: Stage
    version: int
    points: tuple[int, ...]
    answer: Said
    by: int
    standing: CheckStanding = CheckStanding.WAITING
    decided_by: int | None = None
    note: Said | None = None


def last_of(checks: Iterable[CheckState], stage: Stage) -> CheckState | None:
    """Return the newest check at a stage, None where nobody has asked for one: only the newest matters."""
    return next((each for each in reversed(tuple(checks)) if each.stage is stage), None)


def stands_so(checks: Iterable[CheckState], stage: Stage, standing: CheckStanding) -> CheckState | None:
    """Return the newest check at a stage if it stands so, else None."""
    found = last_of(checks, stage)
    return found if found is not None and found.standing is standing else None
