"""Cases that belong together, linked by staff and parted again; each keeps its dates and answer (ruling 18)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.case.kin import Bond, Link
from app.domain.case.state import Complaint
from app.domain.refused import Gap, Refused, Why


@dataclass(frozen=True, slots=True)
class Linked:
    """This case is tied to another, which has an event of its own. `source`: this one came out of that."""

    case: int
    reference: str
    bond: Bond
    source: bool


@dataclass(frozen=True, slots=True)
class Separated:
    """This case is no longer tied to another."""

    case: int
    reference: str


Event = Linked | Separated


def link(complaint: Complaint, case: int, reference: str, bond: Bond, *, source: bool = False) -> Linked:
    """Return the event; raises Refused for the case itself, or one it is linked to already (ruling 18)."""
    if reference == complaint.reference:
        raise Refused(Gap(Why.NO_SUCH_CASE, "other"))
    if complaint.kin.to(reference) is not None:
        raise Refused(Gap(Why.LINKED_ALREADY, "other"))
    return Linked(case, reference, bond, source)


def separate(complaint: Complaint, reference: str) -> Separated:
    """Return the event; raises Refused when they are not linked, or the link stays (ruling 18)."""
    found = complaint.kin.to(reference)
    if found is None:
        raise Refused(Why.NOT_LINKED)
    if found.lasts:
        raise Refused(Why.LINK_STAYS)
    return Separated(found.case, reference)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case Linked(case, reference, bond, source):
            return replace(complaint, kin=complaint.kin.tied(Link(case, reference, bond, source)))
        case Separated(_, reference):
            return replace(complaint, kin=complaint.kin.without(reference))
