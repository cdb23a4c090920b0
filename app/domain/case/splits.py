"""Points that leave into a complaint of their own; both keep the day we received them (ruling 18)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.case.definitions import next_version
from app.domain.case.read_backs import is_final
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Definition
from app.domain.clock.profiles import Stage
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said


@dataclass(frozen=True, slots=True)
class PointsSplitOff:
    """These points left. `definition` is what stays, as its next version; `reference` is where they went."""

    points: tuple[int, ...]
    said: tuple[Said, ...]
    definition: Definition
    reference: str
    letter: int


Event = PointsSplitOff


def words_of(complaint: Complaint, points: Collection[int]) -> tuple[Said, ...]:
    """Return the words of the points that leave, the resident's own where they put it another way.

    Raises Refused once Stage 1 was answered, for no point, for one that is not there to leave (ruling 18), or before
    they were read back: where they went, nobody would know that they are not final (ruling 28).
    """
    if not may_split(complaint):
        raise Refused(Why.SPLIT_NOT_NOW)
    if not is_final(complaint):
        raise Refused(Why.POINTS_NOT_READ_BACK)
    there = next_version(complaint).points
    leaving = [point for point in there if point.number in points]
    if not leaving:
        raise Refused(Gap(Why.SPLIT_WITHOUT_POINT, "points"))
    if len(leaving) == len(there):
        raise Refused(Gap(Why.SPLIT_LEAVES_NOTHING, "points"))
    return tuple(point.theirs or point.said for point in leaving)


def split(complaint: Complaint, points: Collection[int], reference: str) -> PointsSplitOff:
    """Return the event; raises Refused as `words_of` does (ruling 18)."""
    said = words_of(complaint, points)
    there = {point.number for point in next_version(complaint).points}
    leaving = tuple(sorted(there & set(points)))
    return PointsSplitOff(leaving, said, next_version(complaint, leaving), reference, len(complaint.letters) + 1)


def may_split(complaint: Complaint) -> bool:
    """Return whether points may leave: Stage 1 was defined, and is not answered."""
    stage = complaint.unanswered
    runs = stage is not None and stage.stage is Stage.ONE
    return runs and bool(complaint.definition.points)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    return replace(complaint, definition=event.definition, understood=None)
