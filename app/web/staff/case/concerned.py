"""Who is complained of, or made the decision complained of: they see no more of it (5.8, rulings 4 and 14)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import restrictions
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.restrictions import kept, listed, viewers_field
from app.web.staff.colleagues import choices
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("concerned", __name__, url_prefix="/complaints/<reference>/concerned"),
    may_read=Permission.ASSIGN,
    may_write=Permission.ASSIGN,
)


class ConcernedForm(Form):
    """Which members of staff."""

    staff = SelectMultipleField(
        _l("Who is complained of, or made the decision complained of"),
        coerce=int,
        validate_choice=False,
        description=_l(
            "They cannot see this complaint any more, and neither can their deputies and those who report to them. "
            "Choose all that apply."
        ),
    )
    viewers = viewers_field()


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    return _ask(case, ConcernedForm(data={"staff": sorted(case.complaint.concerned), "viewers": listed(case)}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = ConcernedForm()
    return act(form, lambda *doing: _mark(form, reference, *doing), _ask, onward=lambda: kept(reference))


def _mark(form: ConcernedForm, reference: str, session: Session, doing: Deed) -> None:
    concerned, viewers = tuple(form.staff.data or ()), tuple(form.viewers.data or ())
    restrictions.name_concerned(session, reference, concerned, viewers, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if isinstance(form, ConcernedForm):
        form.staff.choices = [*choices(case.present, case.hired)]
        form.viewers.choices = [*choices(case.present, case.hired)]
    return draw("staff/concerned/new.html", case, form=form, status=status)
