"""What a contractor's people have to do in a case, and so whether they may know of it (5.4, 5.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case import contributions
from app.domain.case.contribution_states import ContributionState
from app.domain.clock import duties
from app.domain.clock.duty_kinds import CONTRACTED, DutyKind
from app.domain.promises.ledger import PromiseState
from app.domain.refused import Refused, Why

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


def let_in(complaint: Complaint) -> frozenset[int]:
    """Return whose there is something to do: while there is, a contractor's person sees it, and no longer."""
    return frozenset(staff for staff, _, _ in _theirs(complaint))


def newly_given(was: Complaint, complaint: Complaint) -> frozenset[int]:
    """Return who has something to do that they had not before: it was given to them, or is open again."""
    return frozenset(staff for staff, _, _ in _theirs(complaint) - _theirs(was))


def promises(complaint: Complaint, staff: int) -> tuple[PromiseState, ...]:
    """Return the promises that this person is to keep."""
    return tuple(each for each in complaint.promises if each.owner == staff and each.open)


def parts(complaint: Complaint, staff: int) -> tuple[ContributionState, ...]:
    """Return the parts of the answer that this person was asked for, and has not given."""
    asked = (each for each in complaint.contributions if each.staff == staff)
    return tuple(each for each in asked if contributions.waits(complaint, each))


def promise(complaint: Complaint, staff: int, number: int) -> PromiseState:
    """Return a promise that this person is to keep; raises Refused for any other."""
    found = next((each for each in promises(complaint, staff) if each.number == number), None)
    if found is None:
        raise Refused(Why.NO_SUCH_PROMISE)
    return found


def part(complaint: Complaint, staff: int, number: int) -> ContributionState:
    """Return a part that this person is to give; raises Refused for any other."""
    found = next((each for each in parts(complaint, staff) if each.number == number), None)
    if found is None:
        raise Refused(Why.NOTHING_TO_SETTLE)
    return found


def _theirs(complaint: Complaint) -> frozenset[tuple[int, DutyKind, int]]:
    """Return what is to be done by a contractor's person, if by anybody: whose it is, what, and which of its kind."""
    return frozenset(
        (duty.staff, duty.kind, duty.number)
        for duty in duties.of(complaint)
        if duty.kind in CONTRACTED and duty.staff is not None
    )
