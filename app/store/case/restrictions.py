"""Cases that only named people may see, and who they are: few rows, computed from the cases, asked of by every list."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Date, ForeignKey, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session

from app.domain.case.independence import viewers
from app.domain.case.state import Complaint
from app.store.case.complaints import CaseKey, ComplaintRow
from app.store.schema import Base, Kind, kept


class RestrictionRow(Base, kind=Kind.PROJECTION):
    """A case that is restricted, whoever is on its list: with nobody on it nobody sees it."""

    __tablename__ = "restriction"

    case_id: Mapped[int] = kept(ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, personal=None)
    ground: Mapped[str] = kept(personal=None)
    since: Mapped[date] = kept(Date, personal=None)


class ViewerRow(Base, kind=Kind.PROJECTION):
    """Somebody who may see a restricted case."""

    __tablename__ = "case_viewer"

    staff_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    case_id: Mapped[int] = kept(
        ForeignKey(ComplaintRow.id), primary_key=True, autoincrement=False, index=True, personal=None
    )


def hidden_from(staff_id: int, case_id: InstrumentedAttribute[int] | ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that a case is restricted, and this member of staff is not on its list.

    The few cases it is about are found once for a query, and not once a row.
    """
    mine = select(ViewerRow.case_id).where(ViewerRow.staff_id == staff_id)
    return case_id.in_(select(RestrictionRow.case_id).where(RestrictionRow.case_id.not_in(mine)))


def is_restricted(session: Session, case_id: int) -> bool:
    """Whether a case is one of these."""
    return session.get(RestrictionRow, case_id) is not None


def of_viewer(session: Session, staff_id: int) -> list[CaseKey]:
    """The restricted cases that somebody may see, by number."""
    cases = select(ComplaintRow.id, ComplaintRow.reference).join(ViewerRow, ViewerRow.case_id == ComplaintRow.id)
    rows = cases.where(ViewerRow.staff_id == staff_id).order_by(ComplaintRow.id)
    return [CaseKey(*row) for row in session.execute(rows)]


def row(case_id: int, complaint: Complaint) -> dict[str, object] | None:
    """That a complaint is restricted, as its row keeps it; None for one that is not."""
    state = complaint.restriction
    return None if state is None else {"case_id": case_id, "ground": state.ground.value, "since": state.since}


def viewer_rows(case_id: int, complaint: Complaint) -> list[dict[str, object]]:
    """Who may see a restricted complaint, as their rows keep it."""
    listed = viewers(complaint) or () if complaint.restriction is not None else ()
    return [{"case_id": case_id, "staff_id": each} for each in sorted(listed)]
