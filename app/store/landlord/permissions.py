"""Which cases a member of staff may know of: asked within every query, so that nobody counts what they may not see."""

from __future__ import annotations

from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.clock.duty_kinds import CONTRACTED
from app.domain.landlord.permissions import Permission, allows
from app.store.case.complaints import ComplaintRow
from app.store.case.restrictions import hidden_from
from app.store.clock.duty_rows import DutyRow
from app.store.landlord.staff import Member

WORK = [kind.value for kind in CONTRACTED]


def visible_to(member: Member, case_id: InstrumentedAttribute[int] | ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that this member of staff may know of the case in this column: none without the permission.

    Of a restricted case only those on its list may know (ruling 4); and a contractor's person of those alone in which
    there is something for them to do, for as long as there is (5.4).
    """
    if allows(member.roles, Permission.READ_COMPLAINTS):
        return ~hidden_from(member.id, case_id)
    if allows(member.roles, Permission.WORK_AS_CONTRACTOR):
        theirs = select(DutyRow.case_id).where(DutyRow.staff == member.id, DutyRow.kind.in_(WORK))
        return case_id.in_(theirs) & ~hidden_from(member.id, case_id)
    return false()


def knows_of(session: Session, member: Member, reference: str) -> bool:
    """Whether this member of staff may know of the case with this reference."""
    case = select(ComplaintRow.id).where(ComplaintRow.reference == reference, visible_to(member, ComplaintRow.id))
    return session.scalar(case) is not None
