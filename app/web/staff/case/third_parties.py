"""Who of a contractor writes the answer of Stage 1, if anybody does: the clocks and the letter stay ours (5.4, 5.5)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.third_parties import may_be_named
from app.domain.landlord.permissions import Permission
from app.services.case import third_parties
from app.services.case.desks import Desk
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.colleagues import choices
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("third_parties", __name__, url_prefix="/complaints/<reference>/third-party"),
    may_read=Permission.ASSIGN,
    may_write=Permission.ASSIGN,
)


class ThirdPartyForm(Form):
    """Which of their people."""

    staff = SelectField(_l("Who writes the answer?"))

    def know(self, case: Desk) -> ThirdPartyForm:
        """Offer the people of contractors, after one of us."""
        self.staff.choices = [SelectChoice("", gettext("One of us")), *choices((), case.hired)]
        return self


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk(people=False)
    named = case.complaint.third_party
    return _ask(case, ThirdPartyForm(data={"staff": "" if named is None else str(named)}).know(case))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = ThirdPartyForm().know(desk(people=False))

    def chosen() -> int | None:
        return int(form.staff.data) if form.staff.data else None

    return act(form, lambda *doing: third_parties.name(doing[0], reference, chosen(), doing[1]), _ask, gettext("Kept."))


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not may_be_named(case.complaint):
        abort(404)
    return draw("staff/third_parties/new.html", case, form=form, status=status)
