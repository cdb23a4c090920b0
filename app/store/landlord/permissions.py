"""Which cases a member of staff may know of: asked within every query, so that nobody counts what they may not see."""

from __future__ import annotations

from sqlalchemy import ColumnElement, false
from sqlalchemy.orm import InstrumentedAttribute

from app.domain.landlord.permissions import Permission, allows
from app.store.case.restrictions import hidden_from
from app.store.landlord.staff import Member


def visible_to(member: Member, case_id: InstrumentedAttribute[int] | ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that this member of staff may know of the case in this column: none without the permission.

    Of a restricted case only those on its list may know (ruling 4).
    """
    return ~hidden_from(member.id, case_id) if allows(member.roles, Permission.READ_COMPLAINTS) else false()
