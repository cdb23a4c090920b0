"""Who is told that somebody could get hurt: of a restricted case only those who may see it (rulings 3 and 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.case.independence import may_see
from app.domain.landlord.landlord import Landlord

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of the staff who work here now; `safeguards`: named for safeguarding."""

    staff: int
    email: str
    safeguards: bool


def told_of_danger(complaint: Complaint, ours: Landlord, here: Sequence[Colleague]) -> tuple[str, ...]:
    """Return the addresses that are told, one after the other; an empty one is told by hand.

    Of a restricted case, first those on call who may see it, then those of the landlord's fixed list and those named
    for safeguarding, then whoever else is on the case's own list: so danger is told to somebody, whoever is on call.
    """
    on_call = tuple(each.email for each in ours.out_of_hours)
    if complaint.restriction is None:
        return on_call
    seeing = {each.email.lower(): each for each in here if may_see(complaint, each.staff)}
    leads = (email for email, each in seeing.items() if each.safeguards)
    in_turn = (*on_call, *ours.restricted_handlers, *leads, *seeing)
    return tuple(dict.fromkeys(email.lower() for email in in_turn if email.lower() in seeing))


def whose_turn(told: Sequence[str], turn: int) -> str:
    """Return the address whose turn it is, or nothing; a list that is through begins again."""
    return told[turn % len(told)] if told else ""
