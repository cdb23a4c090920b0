"""Who in other cases is called the same, and can be reached or lives where somebody does: found by the words of a name.

Asked whoever may see the cases: a death or a move that is known to us is so in all of them (ruling 7).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session, aliased

from app.store import search
from app.store.case.complaints import ComplaintRow
from app.store.case.restrictions import hidden_from
from app.store.people.contacts import ContactRow
from app.store.people.parties import Party, PartyRow


class Namesake(NamedTuple):
    """One person's part in one case. `hidden`: who asked may not see it."""

    case_id: int
    reference: str
    phase: str
    received_on: date
    party: int
    role: str
    name: str
    address: str
    postcode: str
    hidden: bool
    reached_alike: bool


def find(
    session: Session, staff_id: int, whose: Party, name: Collection[str], tied: Collection[str], at_most: int
) -> list[Namesake]:
    """The people found by these words of a name who share a way that may be used, the postcode, or a tied case.

    The newest cases first.
    """
    reached = _reached_like(whose)
    near = reached | ComplaintRow.reference.in_(tied)
    if whose.postcode:
        near |= PartyRow.postcode == whose.postcode
    rows: Select[*tuple[Any, ...]] = (
        select(
            ComplaintRow.id,
            ComplaintRow.reference,
            ComplaintRow.phase,
            ComplaintRow.received_on,
            PartyRow.number,
            PartyRow.role,
            PartyRow.name,
            PartyRow.address,
            PartyRow.postcode,
            hidden_from(staff_id, ComplaintRow.id),
            reached,
        )
        .join(PartyRow, PartyRow.case_id == ComplaintRow.id)
        .where(search.matches(session, name), ComplaintRow.id != whose.case_id, near)
        .order_by(ComplaintRow.id.desc(), PartyRow.number)
        .limit(at_most)
    )
    return [Namesake(*row) for row in session.execute(rows)]


def _reached_like(whose: Party) -> ColumnElement[bool]:
    """The condition that a person is reached by an address or number that somebody is."""
    ours, theirs = aliased(ContactRow), aliased(ContactRow)
    values = select(ours.value).where(
        ours.case_id == whose.case_id, ours.party == whose.number, ours.usable, ours.barred_at.is_(None)
    )
    same = theirs.usable & theirs.barred_at.is_(None) & theirs.value.in_(values)
    return exists().where(theirs.case_id == PartyRow.case_id, theirs.party == PartyRow.number, same)
