"""Groups and known problems: what staff call each, the part that its answers share, and which complaints are in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Select,
    and_,
    case,
    func,
    insert,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, Session

from app.domain.case.flags import RESIDENT
from app.domain.case.group_states import Binding, CommonPart
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.store.case.complaints import ComplaintRow
from app.store.clock.duties import shown_to
from app.store.clock.duty_rows import DutyRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
from app.store.schema import Base, Keep, Kind, kept

OURS = Keep(6, "it was last changed", since="changed_at")
WRITTEN = Keep(6, "it was written", since="written_at")


class GroupRow(Base, kind=Kind.REFERENCE):
    """A group or a known problem. Its row stays, because cases name it by number."""

    __tablename__ = "case_group"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    binding: Mapped[str] = kept(personal=None)
    name: Mapped[str] = kept(personal=OURS)
    lead: Mapped[int] = kept(personal=None)
    changed_at: Mapped[datetime] = kept(index=True, personal=None)


class CommonPartRow(Base, kind=Kind.WORDS):
    """One version of what a group shares: its points, one a line, and what all are answered, empty until it is known.

    Each case keeps what went out to it for itself.
    """

    __tablename__ = "common_part"

    group_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    version: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    points: Mapped[str] = kept(personal=WRITTEN)
    words: Mapped[str] = kept(personal=WRITTEN)
    written_by: Mapped[int] = kept(personal=None)
    written_at: Mapped[datetime] = kept(index=True, personal=None)


class MemberRow(Base, kind=Kind.PROJECTION):
    """A case that is in a group now, and how many people its sender said they are."""

    __tablename__ = "group_member"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    group_id: Mapped[int] = kept(index=True, personal=None)
    people: Mapped[int] = kept(personal=None)


class Group(NamedTuple):
    """A group as it stands."""

    id: int
    binding: Binding
    name: str
    lead: int


class GroupLine(NamedTuple):
    """One line of the list of groups: its complaints, and how many people they said they are, added up and at most."""

    id: int
    binding: str
    name: str
    lead: str | None
    complaints: int
    added: int
    most: int


class Counted(NamedTuple):
    """How many complaints a group has, how many people they said they are, and how many of them are not shown."""

    complaints: int
    added: int
    most: int
    hidden: int


class MemberLine(NamedTuple):
    """One complaint of a group, as whoever may see it is shown it."""

    received_on: date
    case_id: int
    reference: str
    resident: str | None
    stage: int
    phase: str
    handler: str | None
    next_on: date | None


class Written(NamedTuple):
    """One version of a common part."""

    version: int
    points: str
    words: str
    written_by: int
    written_at: datetime


FIRST_RECEIVED = (ComplaintRow.received_on, ComplaintRow.id)
_COUNTED = (
    func.count(MemberRow.case_id),
    func.coalesce(func.sum(MemberRow.people), 0),
    func.coalesce(func.max(MemberRow.people), 0),
)


def find(session: Session, number: int) -> Group | None:
    """The group with this number."""
    row = session.execute(_groups().where(GroupRow.id == number)).one_or_none()
    return _group(row) if row else None


def hold(session: Session, number: int) -> Group | None:
    """The group with this number, that nobody else changes before this transaction is over."""
    row = session.execute(_groups().where(GroupRow.id == number).with_for_update()).one_or_none()
    return _group(row) if row else None


def every(session: Session, member: Member) -> list[Group]:
    """Every group with a complaint in it that this member of staff may see, the newest first: few go on at once.

    Of those of which they may see nothing the name alone would tell them too much.
    """
    there = _groups().where(_of_group(visible_to(member, MemberRow.case_id)))
    return [_group(row) for row in session.execute(there.order_by(GroupRow.id.desc()))]


def shown(session: Session, member: Member, number: int) -> bool:
    """Whether this member of staff may see a complaint in a group, or there is none in it any more."""
    there = select(GroupRow.id).where(GroupRow.id == number, _shown_to(member))
    return session.scalar(there) is not None


def begin(session: Session, binding: Binding, name: str, lead: int, at: datetime) -> int:
    """Begin a group, and return its number."""
    row = {"binding": binding.value, "name": name, "lead": lead, "changed_at": at}
    return session.execute(insert(GroupRow.__table__).returning(GroupRow.id), row).scalar_one()


def change(session: Session, number: int, name: str, lead: int, at: datetime) -> None:
    """Give a group another name and lead."""
    row = {"name": name, "lead": lead, "changed_at": at}
    session.execute(update(GroupRow.__table__).where(GroupRow.id == number), row)


def lines(session: Session, member: Member, place: Place) -> Page[GroupLine]:
    """A page of the groups that are shown to this member of staff, the newest first."""
    rows = (
        select(GroupRow.id, GroupRow.binding, GroupRow.name, StaffRow.name, *_COUNTED)
        .outerjoin(StaffRow, StaffRow.id == GroupRow.lead)
        .outerjoin(MemberRow, MemberRow.group_id == GroupRow.id)
        .where(_shown_to(member))
        .group_by(GroupRow.id, StaffRow.id)
    )
    return page(session, rows, (GroupRow.id,), GroupLine, place, newest_first=True)


def counted(session: Session, member: Member, number: int) -> Counted:
    """How much a group has, and how much of it this member of staff may not see."""
    unseen = func.coalesce(func.sum(case((visible_to(member, MemberRow.case_id), 0), else_=1)), 0)
    return Counted(*session.execute(select(*_COUNTED, unseen).where(MemberRow.group_id == number)).one())


def members(session: Session, member: Member, number: int, place: Place) -> Page[MemberLine]:
    """A page of the complaints in a group that this member of staff may see, the first received first."""
    next_on = select(func.min(DutyRow.due_on)).where(DutyRow.case_id == ComplaintRow.id, shown_to(member))
    rows = (
        select(
            *FIRST_RECEIVED,
            ComplaintRow.reference,
            PartyRow.name,
            ComplaintRow.stage,
            ComplaintRow.phase,
            StaffRow.name,
            next_on.correlate(ComplaintRow).scalar_subquery(),
        )
        .join(MemberRow, MemberRow.case_id == ComplaintRow.id)
        .outerjoin(PartyRow, (PartyRow.case_id == ComplaintRow.id) & (PartyRow.number == RESIDENT))
        .outerjoin(StaffRow, StaffRow.id == ComplaintRow.handler)
        .where(MemberRow.group_id == number, visible_to(member, ComplaintRow.id))
    )
    return page(session, rows, FIRST_RECEIVED, MemberLine, place)


def put_part(session: Session, number: int, part: Written) -> None:
    """Keep another version of a common part."""
    session.execute(insert(CommonPartRow.__table__), part._asdict() | {"group_id": number})


def parts(session: Session, number: int) -> list[Written]:
    """Every version of a group's common part, the newest first."""
    return _parts(session, number)


def newest(session: Session, number: int) -> Written | None:
    """The version of a group's common part that stands now."""
    return next(iter(_parts(session, number, 1)), None)


def common_part(session: Session, number: int) -> CommonPart | None:
    """What the answers of a group share as it stands now, None where nothing was written yet."""
    row = newest(session, number)
    return CommonPart(number, row.version, row.words, row.written_by) if row is not None and row.words else None


def names_in(session: Session, member: Member, number: int) -> list[str]:
    """What those are called who take part in the complaints of a group, and the references of these.

    Only of what this member of staff may see: to refuse any other name would tell that it is there.
    """
    seen = and_(MemberRow.group_id == number, visible_to(member, MemberRow.case_id))
    people = select(PartyRow.name).join(MemberRow, MemberRow.case_id == PartyRow.case_id).where(seen)
    cases = select(ComplaintRow.reference).join(MemberRow, MemberRow.case_id == ComplaintRow.id).where(seen)
    return [*session.scalars(people), *session.scalars(cases)]


def member_row(case_id: int, complaint: Complaint) -> dict[str, object] | None:
    """The group that a complaint is in, as its row keeps it; None for one that is in none.

    What was put into another complaint, or was none, is counted no more.
    """
    number = complaint.membership.number
    if number is None or complaint.ended in (Ended.MERGED, Ended.MISTAKE):
        return None
    return {"case_id": case_id, "group_id": number, "people": complaint.people}


def _shown_to(member: Member) -> ColumnElement[bool]:
    return or_(_of_group(visible_to(member, MemberRow.case_id)), ~_of_group(true()))


def _of_group(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition that a group has such a complaint in it."""
    return GroupRow.id.in_(select(MemberRow.group_id).where(which))


def _parts(session: Session, number: int, at_most: int | None = None) -> list[Written]:
    columns = [getattr(CommonPartRow, name) for name in Written._fields]
    rows = select(*columns).where(CommonPartRow.group_id == number).order_by(CommonPartRow.version.desc())
    return [Written(*row) for row in session.execute(rows.limit(at_most))]


def _groups() -> Select[*tuple[Any, ...]]:
    return select(GroupRow.id, GroupRow.binding, GroupRow.name, GroupRow.lead)


def _group(row: Iterable[Any]) -> Group:
    number, binding, name, lead = row
    return Group(number, Binding(binding), name, lead)
