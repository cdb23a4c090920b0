"""Keep complaints together that are about the same, and write once what all their answers say (1.2, ruling 20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.case import bindings
from app.domain.case import groups as rules
from app.domain.case.bindings import CommonPartWritten, GroupBegun, GroupDraft
from app.domain.case.group_states import CommonPart
from app.domain.case.group_whys import GroupWhy
from app.domain.case.groups import PutInGroup
from app.domain.case.kinds import Kind
from app.domain.case.state import Complaint
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission, allows
from app.domain.parts import Part
from app.domain.record import kind_of, read
from app.domain.refused import Gap, Refused, Why
from app.services.case import histories
from app.services.case.histories import NoSuchCase
from app.services.landlord.streams import note
from app.services.meanwhile import refuse_if_changed
from app.store import record
from app.store.case import groups as store
from app.store.case.groups import Counted, Group, GroupLine, MemberLine, Written
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.pages import Page, Place
from app.words.tokens import in_order

FEWEST = 2
"""Words of a name that are looked for: a first name alone is also a word of the language."""


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group as a member of staff sees it: of its complaints only those that they may. `parts` is newest first."""

    group: Group
    counted: Counted
    members: Page[MemberLine]
    parts: Sequence[Written]
    names: Mapping[int, str]
    present: list[Member]
    seen: int


class NoSuchGroup(LookupError):
    """No group has this number."""


def lines(session: Session, me: Member, place: Place) -> Page[GroupLine]:
    """Return a page of the groups, the newest first: none of which I may see nothing (ruling 4)."""
    return store.lines(session, me, place)


def find(session: Session, me: Member, number: int, place: Place) -> GroupPage | None:
    """Return the page of a group, None where there is none, or I may see nothing of it."""
    group = store.find(session, number)
    if group is None or not store.shown(session, me, number):
        return None
    names, present, _ = staff.everybody(session)
    return GroupPage(
        group,
        store.counted(session, me, number),
        store.members(session, me, number, place),
        store.parts(session, number),
        names,
        present,
        record.head_of(session, _stream(number)).position,
    )


def every(session: Session, me: Member) -> list[Group]:
    """Return every group with complaints in it of which I may see one, the newest first."""
    return store.every(session, me)


def name_of(session: Session, number: int) -> str:
    """Return what a group is called, nothing for one whose name was erased in its time."""
    group = store.find(session, number)
    return group.name if group else ""


def begin(session: Session, reference: str, draft: GroupDraft, deed: Deed) -> int:
    """Begin a group with this complaint and return its number; raises Refused for what it lacks, or Changed (1.2)."""
    binding = bindings.begin(draft)
    lead = _lead(session, draft)
    with histories.opened(session, reference, deed, Part.GROUP) as case:
        number = store.begin(session, binding, draft.name.strip(), lead, deed.at)
        case.add(rules.put_in(case.complaint, number, binding))
        note(session, GroupBegun(number, binding, lead), deed)
    return number


def put_in(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Put a complaint in a group; raises Refused for one that is in a group, over or not to be seen, or Changed.

    Also for one whose people the common part names: each letter would tell it to others.

    `deed.seen` is of the case's own page: on the page of the group nothing of it was seen.
    """
    group = store.hold(session, number)
    if group is None:
        raise Refused(Gap(GroupWhy.NO_SUCH_GROUP, "group"))
    try:
        with histories.opened(session, reference, deed, Part.GROUP) as case:
            joined = rules.put_in(case.complaint, group.id, group.binding)
            _refuse_named(session, number, [case.reference, *(each.name for each in case.people())], "other")
            case.add(joined)
    except NoSuchCase as unseen:
        raise Refused(Gap(Why.NO_SUCH_CASE, "other")) from unseen


def joining(session: Session, number: int, kind: Kind, names: Iterable[str]) -> PutInGroup | None:
    """Return what a case of people with these names begins with in a group as it is logged, None for no number.

    Raises Refused as `put_in` does (ruling 20).
    """
    group = store.hold(session, number)
    if group is None:
        return None
    if kind is not Kind.COMPLAINT:
        raise Refused(Gap(Why.ONLY_A_COMPLAINT, "group"))
    _refuse_named(session, number, names, "group")
    return PutInGroup(group.id, group.binding)


def take_out(session: Session, reference: str, deed: Deed) -> None:
    """Take a complaint out of its group: it goes on alone; raises Refused for one that is in none, or Changed."""
    with histories.opened(session, reference, deed, Part.GROUP) as case:
        case.add(rules.take_out(case.complaint))


def change(session: Session, number: int, draft: GroupDraft, deed: Deed) -> None:
    """Give a group another name and lead; raises NoSuchGroup, Refused without either, or Changed."""
    group = _held(session, number, deed)
    lead = group.lead if draft.lead == group.lead else _lead(session, draft)
    changed = bindings.change(number, draft)
    store.change(session, number, draft.name.strip(), lead, deed.at)
    note(session, changed, deed)


def write_common(session: Session, me: Member, number: int, words: str, deed: Deed, points: str = "") -> None:
    """Write the points that a group has in common, one a line, and what all its answers say, as the next version.

    Raises NoSuchGroup, Refused for no words or where they name one of its people or cases, or Changed.
    """
    _held(session, number, deed)
    marks = _marks(store.names_in(session, me, number))
    version = _last_version(session, number)
    written = bindings.write_common(number, version, in_order(f"{points}\n{words}"), marks, deed.by.staff_id or 0)
    store.put_part(session, number, Written(written.version, points, words, written.staff, deed.at))
    note(session, written, deed)


def common_part(session: Session, complaint: Complaint) -> CommonPart | None:
    """Return what the next answer of a complaint shares with others, None where it shares nothing."""
    number = complaint.membership.number
    return store.common_part(session, number) if number is not None and rules.shares(complaint) else None


def common_points(session: Session, number: int) -> list[str]:
    """Return the points that everybody in a group has."""
    part = store.newest(session, number)
    return [line.strip() for line in part.points.splitlines() if line.strip()] if part else []


def leads(members: Sequence[Member]) -> list[Member]:
    """Return those of these who may lead a group: who works on complaints."""
    return [each for each in members if allows(each.roles, Permission.ACKNOWLEDGE)]


def _lead(session: Session, draft: GroupDraft) -> int:
    able = {each.id for each in leads(staff.present(session))}
    if draft.lead not in able:
        raise Refused(Gap(GroupWhy.GROUP_WITHOUT_LEAD, "lead"))
    return draft.lead


def _refuse_named(session: Session, number: int, names: Iterable[str], field: str) -> None:
    """Raise Refused where the common part of a group names one of those who would be put in: all others are told it.

    The group is held: nobody writes a part meanwhile that has not seen them among its people.
    """
    part = store.newest(session, number)
    told = in_order(f"{part.points}\n{part.words}") if part else []
    bindings.refuse_names(told, _marks(names), field)


def _marks(names: Iterable[str]) -> list[Sequence[str]]:
    return [mark for mark in map(in_order, names) if len(mark) >= FEWEST]


def _last_version(session: Session, number: int) -> int:
    """Return the number of the version that was written last, which the record knows when its words are erased."""
    written = [each for each in record.read(session, _stream(number)) if each.kind == kind_of(CommonPartWritten)]
    return max((read(CommonPartWritten, each.facts).version for each in written), default=0)


def _held(session: Session, number: int, deed: Deed) -> Group:
    """Return a group that nobody else changes meanwhile; raises NoSuchGroup, or Changed when somebody has."""
    group = store.hold(session, number)
    if group is None:
        raise NoSuchGroup(number)
    refuse_if_changed(record.read(session, _stream(number)), deed)
    return group


def _stream(number: int) -> str:
    return f"group:{number}"
