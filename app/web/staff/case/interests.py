"""What stands between somebody and a complaint that they have in hand: nothing, or a conflict of interest (5.8)."""

from __future__ import annotations

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import interests
from app.services.case.desks import Desk
from app.web.answers import words_field
from app.web.forms import Form
from app.web.page import go_to
from app.web.staff.case.opening import act, back, desk, draw
from app.web.staff.guards import guarded, me

bp = guarded(
    Blueprint("interests", __name__, url_prefix="/complaints/<reference>/declaration"),
    may_read=Permission.CHECK_ANSWERS,
    may_write=Permission.CHECK_ANSWERS,
)
NONE, CONFLICT = "none", "conflict"


class DeclarationForm(Form):
    """Nothing to declare, or what."""

    conflict = RadioField(
        _l("Do you have a conflict of interest?"),
        [Optional()],
        choices=[
            SelectChoice(NONE, _l("I have nothing to declare")),
            SelectChoice(CONFLICT, _l("I have a conflict of interest")),
        ],
        description=_l("For example, you know the resident or somebody who is complained of, or it was your decision."),
    )
    words = words_field(_l("What is it?"))

    @property
    def answer(self) -> bool | None:
        """Return whether there is a conflict, None where that was not said."""
        return None if not self.conflict.data else self.conflict.data == CONFLICT


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), DeclarationForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = DeclarationForm()
    return act(form, lambda *doing: _declare(form, reference, *doing), _ask, onward=lambda: _onward(form, reference))


def _declare(form: DeclarationForm, reference: str, session: Session, doing: Deed) -> None:
    interests.declare(session, reference, form.answer, form.words.data or "", doing)


def _onward(form: DeclarationForm, reference: str) -> ResponseReturnValue:
    if form.answer:
        flash(gettext("Kept. %(reference)s is no longer yours.", reference=reference))
        return go_to("staff.duties.index")
    flash(gettext("Kept. You can go on."))
    return back()


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    known = case.complaint.interests
    return draw(
        "staff/interests/new.html",
        case,
        form=form,
        status=status,
        clear=me().id in known.clear,
        conflicted=me().id in known.conflicted,
    )
