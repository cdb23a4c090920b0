"""What was not accepted, as it stands: the plain values that a whole case carries (2.1–2.4, ruling 17)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.clock.profiles import Ground, Stage
from app.domain.said import Said


class RefusalStanding(Enum):
    """What has become of a refusal. WRITTEN: agreed to, and its letter has not gone yet."""

    PROPOSED = "proposed"
    RETURNED = "returned"
    LAPSED = "lapsed"
    WRITTEN = "written"
    STANDS = "stands"
    OVERTURNED = "overturned"


IN_FORCE = frozenset({RefusalStanding.WRITTEN, RefusalStanding.STANDS})


class OverturnedBy(Enum):
    """Who said that we must, or will, take it on after all (2.4)."""

    OMBUDSMAN = "ombudsman"
    LANDLORD = "landlord"


@dataclass(frozen=True, slots=True)
class RefusalProposal:
    """A refusal as it was proposed: what is refused, on which ground and why, and by whom.

    `points` are those of this `version` of the definition; before there is one, `part` says what is refused in words.
    """

    number: int
    stage: Stage
    ground: Ground
    whole: bool
    points: tuple[int, ...]
    version: int
    part: Said | None
    reasons: Said
    evidence: Said
    discretion: Said | None
    happened_on: date | None
    aware_on: date | None
    filed_on: date | None
    by: int


@dataclass(frozen=True, slots=True)
class RefusalState:
    """A refusal and what became of it. `whole`: with it, nothing of the complaint is left to answer."""

    proposal: RefusalProposal
    standing: RefusalStanding = RefusalStanding.PROPOSED
    whole: bool = False
    decided_by: int | None = None
    note: Said | None = None
    letter: int = 0
    sent_on: date | None = None
    told_on: date | None = None
    overturned_by: OverturnedBy | None = None
    instructed_by: date | None = None

    @property
    def number(self) -> int:
        """Return the number it goes by within its case."""
        return self.proposal.number

    @property
    def in_force(self) -> bool:
        """Return whether what it refuses is refused now."""
        return self.standing in IN_FORCE


def refused_points(refusals: Iterable[RefusalState], version: int) -> frozenset[int]:
    """Return the points of this version of the definition that need no answer; another version's must all have one."""
    return frozenset(
        point
        for each in refusals
        if each.in_force and each.proposal.version == version
        for point in each.proposal.points
    )


def on_its_way(refusals: Iterable[RefusalState]) -> bool:
    """Return whether a letter that accepts nothing is written and has not gone: till then every clock runs."""
    return any(each.whole and each.standing is RefusalStanding.WRITTEN for each in refusals)
