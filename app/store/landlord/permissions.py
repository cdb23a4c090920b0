"""Which cases a member of staff may know of: asked within every query, so that nobody counts what they may not see."""

from __future__ import annotations

from sqlalchemy import ColumnElement, false, true

from app.domain.landlord.permissions import Permission, allows
from app.store.landlord.staff import Member


def visible_to(member: Member) -> ColumnElement[bool]:
    """The condition that this member of staff may know of a case: all of them, or none."""
    return true() if allows(member.roles, Permission.READ_COMPLAINTS) else false()
