"""Who of the staff may see a complaint, and who may deal with it: nobody it is about (5.8, 6.13, rulings 4, 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.refused import Why

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


def viewers(complaint: Complaint) -> frozenset[int] | None:
    """Return who alone may see it, None where everybody may who may see complaints; never who is concerned."""
    state = complaint.restriction
    return None if state is None else state.viewers - state.barred - complaint.concerned


def may_see(complaint: Complaint, staff: int) -> bool:
    """Return whether this member of staff may know of it."""
    named = viewers(complaint)
    return named is None or staff in named


def bar(complaint: Complaint, staff: int) -> Why | None:
    """Return why this person may do nothing towards its answer, None where they may (5.8, ruling 14)."""
    if staff in complaint.concerned:
        return Why.CONCERNED_IN_COMPLAINT
    if staff in complaint.interests.conflicted:
        return Why.HAS_A_CONFLICT
    return None if may_see(complaint, staff) else Why.NOT_ON_THE_LIST


def bar_to_handle(complaint: Complaint, staff: int) -> Why | None:
    """Return why it cannot be given to this person: as `bar`, or its handler comes from a fixed list (ruling 4)."""
    fixed = complaint.restriction.handlers if complaint.restriction else ()
    return bar(complaint, staff) or (Why.NOT_ON_THE_FIXED_LIST if fixed and staff not in fixed else None)
