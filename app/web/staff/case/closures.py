"""Close a complaint (S14): what caused it, what we learnt, and whether others have it too (9.1)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case.closures import ClosingDraft, not_yet
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import closures
from app.services.case.desks import Desk
from app.web import landlord
from app.web.answers import words_field
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded
from app.words.say import say

bp = guarded(
    Blueprint("closures", __name__, url_prefix="/complaints/<reference>/closure"),
    may_read=Permission.KEEP_PROMISES,
    may_write=Permission.KEEP_PROMISES,
)
YES, NO = "yes", "no"


class ClosingForm(Form):
    """What the complaint has taught us; none of it is printed in the letter."""

    cause = SelectField(_l("What caused it?"))
    cause_words = words_field(_l("What caused it, in words"), description=_l("Leave it empty if the list says it."))
    learning = words_field(_l("What did we learn, and what will we do differently?"))
    wider = RadioField(
        _l("Does it show a wider problem, that others may have too?"),
        [Optional()],
        choices=[SelectChoice(YES, _l("Yes")), SelectChoice(NO, _l("No"))],
    )

    def draft(self) -> ClosingDraft:
        """Return what was said."""
        wider = None if not self.wider.data else self.wider.data == YES
        return ClosingDraft(self.cause.data or "", self.cause_words.data or "", self.learning.data or "", wider)


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), _form())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = _form()
    return act(form, lambda *doing: _close(form, reference, *doing), _ask, gettext("Closed. The letter is written."))


def _form() -> ClosingForm:
    form = ClosingForm()
    causes = [SelectChoice(each.key, each.name) for each in landlord.current().root_causes if not each.retired]
    form.cause.choices = [SelectChoice("", gettext("Not in the list")), *causes]
    return form


def _close(form: ClosingForm, reference: str, session: Session, doing: Deed) -> None:
    closures.close(session, reference, form.draft(), doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    left = [say(gap.why, language()) for gap in not_yet(case.complaint)]
    return draw("staff/closures/new.html", case, form=form, left=left, status=status)
