"""One wordless row a complaint that was answered: what the lots are drawn from, and what the reviews came to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, ForeignKey, Index, Select, case, func, select
from sqlalchemy.orm import Mapped, Session

from app.domain.case.review_states import ReviewResult, finished_on
from app.domain.case.state import Complaint
from app.store.case.complaints import CaseKey, ComplaintRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.schema import Base, Kind, kept


class ReviewRow(Base, kind=Kind.PROJECTION):
    """A complaint that was answered or closed; `month` is whose lots it was drawn in, None while it was not."""

    __tablename__ = "review"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    finished_on: Mapped[date | None] = kept(Date, index=True, personal=None)
    month: Mapped[date | None] = kept(Date, personal=None)
    staff: Mapped[int | None] = kept(personal=None)
    review_by: Mapped[date | None] = kept(Date, personal=None)
    reviewed_on: Mapped[date | None] = kept(Date, personal=None)
    result: Mapped[str] = kept(personal=None)
    definition: Mapped[bool | None] = kept(personal=None)
    points: Mapped[bool | None] = kept(personal=None)
    plain: Mapped[bool | None] = kept(personal=None)
    promises: Mapped[bool | None] = kept(personal=None)
    dates: Mapped[bool | None] = kept(personal=None)


Index("ix_review_month", ReviewRow.month, ReviewRow.case_id)
KEY = (ReviewRow.month, ReviewRow.case_id)


class ReviewLine(NamedTuple):
    """One complaint that was drawn, and how far its review is."""

    month: date
    case_id: int
    reference: str
    review_by: date
    reviewed_on: date | None
    result: str
    reviewer: str | None


class MonthOfReviews(NamedTuple):
    """How many were drawn in a month, how many of them were looked at, and what that came to."""

    month: date
    drawn: int
    done: int
    good: int
    to_learn: int
    to_put_right: int


_LINES: Select[*tuple[Any, ...]] = (
    select(
        *KEY,
        ComplaintRow.reference,
        ReviewRow.review_by,
        ReviewRow.reviewed_on,
        ReviewRow.result,
        StaffRow.name,
    )
    .join(ComplaintRow, ComplaintRow.id == ReviewRow.case_id)
    .outerjoin(StaffRow, StaffRow.id == ReviewRow.staff)
)


def pool(session: Session, first: date, last: date) -> list[CaseKey]:
    """The cases that were finished within these days and were never drawn, by number."""
    cases = select(ComplaintRow.id, ComplaintRow.reference).join(ReviewRow, ReviewRow.case_id == ComplaintRow.id)
    cases = cases.where(ReviewRow.finished_on.between(first, last), ReviewRow.month.is_(None))
    return [CaseKey(*row) for row in session.execute(cases.order_by(ComplaintRow.id))]


def waiting(session: Session, staff: Collection[int]) -> dict[int, int]:
    """How many reviews each of these people has still to do."""
    open_now = select(ReviewRow.staff, func.count()).where(
        ReviewRow.month.is_not(None), ReviewRow.reviewed_on.is_(None), ReviewRow.staff.in_(staff)
    )
    found = {row[0]: row[1] for row in session.execute(open_now.group_by(ReviewRow.staff))}
    return {number: found.get(number, 0) for number in staff}


def lines(session: Session, member: Member, place: Place) -> Page[ReviewLine]:
    """A page of the complaints that were drawn and this member of staff may see, the newest month first."""
    rows = _LINES.where(visible_to(member, ReviewRow.case_id), ReviewRow.month.is_not(None))
    return page(session, rows, KEY, ReviewLine, place, newest_first=True)


def months(session: Session, size: int) -> list[MonthOfReviews]:
    """What the reviews of the latest months came to, the newest first."""
    results = [func.sum(case((ReviewRow.result == each.value, 1), else_=0)) for each in ReviewResult]
    rows = select(ReviewRow.month, func.count(), func.count(ReviewRow.reviewed_on), *results)
    rows = rows.where(ReviewRow.month.is_not(None)).group_by(ReviewRow.month).order_by(ReviewRow.month.desc())
    return [MonthOfReviews(*row) for row in session.execute(rows.limit(size))]


def row(case_id: int, complaint: Complaint) -> dict[str, object] | None:
    """The review of a complaint as its row keeps it, None while it is neither finished nor drawn."""
    review, finished = complaint.review, finished_on(complaint)
    if review is None and finished is None:
        return None
    answers = None if review is None else review.answers
    return {
        "case_id": case_id,
        "finished_on": finished,
        "month": None if review is None else review.month,
        "staff": None if review is None else review.reviewed_by or review.staff,
        "review_by": None if review is None else review.review_by,
        "reviewed_on": None if review is None else review.reviewed_on,
        "result": "" if review is None or review.result is None else review.result.value,
        "definition": None if answers is None else answers.definition,
        "points": None if answers is None else answers.points,
        "plain": None if answers is None else answers.plain,
        "promises": None if answers is None else answers.promises,
        "dates": None if answers is None else answers.dates,
    }
