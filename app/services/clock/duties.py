"""What there is to do, for whom it is: the staff's queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy.orm import Session

from app.domain.clock.calendar import Calendar
from app.domain.clock.duty_kinds import CHECKER, DutyKind, Owner
from app.domain.clock.profiles import profile
from app.domain.deed import london_day
from app.domain.landlord.answerers import may_check
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import Permission, allows
from app.store.case.filters import EVERY, Narrowed
from app.store.clock import calendars, duties
from app.store.clock.duties import Count, QueueLine, Sought
from app.store.clock.duty_rows import minute
from app.store.landlord.staff import Member
from app.store.pages import Page, Place


class View(Enum):
    """Whose duties a list shows."""

    MINE = "mine"
    TEAM = "team"
    UNASSIGNED = "unassigned"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody wants to see of all there is to do; None: whichever."""

    view: View = View.MINE
    kind: DutyKind | None = None
    cases: Narrowed = EVERY


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of what there is to do, how much there is of each kind, and the calendar it is counted by."""

    page: Page[QueueLine]
    counts: tuple[Count, ...]
    calendar: Calendar


STANDS_IN = {
    Owner.COMPLAINTS_OFFICER: Permission.ANSWER_EARLY_STAGE_2_REQUESTS,
    Owner.SECOND_PERSON: Permission.APPROVE_MORE_TIME,
    Owner.OFFER_APPROVER: Permission.APPROVE_OFFERS,
    Owner.OUT_OF_HOURS: Permission.APPROVE_MORE_TIME,
}
"""What it takes for a duty that is a role's, and no one person's, to be among one's own."""


def queue(session: Session, me: Member, filters: Filters, place: Place, landlord: Landlord, at: datetime) -> Queue:
    """Return a page of duties, the next due first, in three queries; late is what is so at this instant."""
    sought = _sought(me, filters, landlord, at)
    return Queue(
        duties.queue(session, me, sought, place),
        tuple(duties.counts(session, me, sought, london_day(at), minute(at))),
        calendar(session, landlord),
    )


def of_case(session: Session, me: Member, reference: str) -> list[QueueLine]:
    """Return what is to be done in one case, as the queue has it."""
    return duties.of_case(session, me, reference)


def calendar(session: Session, landlord: Landlord) -> Calendar:
    """Return the calendar of the landlord's nation, by which staff see how near a day is."""
    return calendars.load(session, profile(landlord.profile).calendar)


def _sought(me: Member, filters: Filters, landlord: Landlord, at: datetime) -> Sought:
    sought = Sought(
        kinds=(filters.kind.value,) if filters.kind else (),
        cases=filters.cases,
        unassigned=filters.view is View.UNASSIGNED,
        before=london_day(at) if filters.view is View.LATE else None,
        minute=minute(at),
    )
    if filters.view is not View.MINE:
        return sought
    owners = [owner.value for owner, needed in STANDS_IN.items() if allows(me.roles, needed)]
    owners += [Owner.NAMED.value, Owner.SAFEGUARDING.value]  # whoever is shown one is named for it
    owners += [owner.value for stage, owner in CHECKER.items() if may_check(landlord, me.roles, stage)]
    return sought._replace(mine=me.id, owners=tuple(owners))


SOMEBODYS = {
    DutyKind.KEEP_PROMISE.value,
    DutyKind.REDO_PROMISE.value,
    DutyKind.CONTRIBUTE.value,
    DutyKind.WRITE_ANSWER.value,
    DutyKind.CHANGE_ANSWER.value,
    DutyKind.DECLARE_INTEREST.value,
    DutyKind.GO_ON_AFTER_DEATH.value,
    DutyKind.REVIEW_CASE.value,
}
"""Duties of whoever was named for them, whoever has the case."""


def goes_with_the_case(line: QueueLine) -> bool:
    """Return whether a duty is always its case's handler's: a role's own, or a named person's, stays theirs."""
    return line.owner == Owner.TEAM.value and line.kind not in SOMEBODYS
