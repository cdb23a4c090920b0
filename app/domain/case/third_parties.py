"""A contractor's person writes the answer of Stage 1: inside the same two stages, and it is ours (5.4, 5.5)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.case.independence import bar
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.landlord.whys import ContractorWhy
from app.domain.refused import Gap, Refused, Why


@dataclass(frozen=True, slots=True)
class ThirdPartyNamed:
    """This person of a contractor writes the answer of Stage 1; none: one of us does, after all."""

    staff: int | None


Event = ThirdPartyNamed


def name(complaint: Complaint, staff: int | None, hired: Collection[int]) -> ThirdPartyNamed:
    """Return the event; raises Refused at Stage 2 or once answered, for a stranger, or who is concerned (5.4, 5.8).

    Every clock, check and rule of the answer stays as it is, and so does whom the resident deals with.
    """
    if not may_be_named(complaint):
        raise Refused(ContractorWhy.ONLY_AT_STAGE_1)
    if staff == complaint.third_party:
        raise Refused(Gap(Why.NOTHING_CHANGED, "staff"))
    if staff is not None and staff not in hired:
        raise Refused(Gap(ContractorWhy.NOT_A_CONTRACTORS_PERSON, "staff"))
    if staff is not None and (why := bar(complaint, staff)):
        raise Refused(Gap(why, "staff"))
    return ThirdPartyNamed(staff)


def may_be_named(complaint: Complaint) -> bool:
    """Return whether an answer of Stage 1 is still to be written."""
    stage = complaint.unanswered
    return stage is not None and stage.stage is Stage.ONE


def writes(complaint: Complaint) -> int | None:
    """Return whose the answer is to write, where one of a contractor's people was named for it and may."""
    who = complaint.third_party
    return who if who is not None and may_be_named(complaint) and bar(complaint, who) is None else None


def is_by_another(complaint: Complaint) -> bool:
    """Return whether the answer that is due is a contractor's person's to write: one of us checks it, always (5.5)."""
    return complaint.third_party is not None and may_be_named(complaint)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    return replace(complaint, third_party=event.staff)
