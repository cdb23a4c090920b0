"""Reading the points back to whoever told us in a recording, a signed video or a photo (ruling 28)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case.read_backs import ReadBackDraft, ReadHow, Right
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import read_backs
from app.services.case.desks import Desk
from app.web.answers import LONGEST_WORDS, words_field
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("read_backs", __name__, url_prefix="/complaints/<reference>/read-back"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)


class ReadBackForm(Form):
    """How the points were read back, when, and what they said of them."""

    how = RadioField(
        _l("How did the points go back to them?"),
        [Optional()],
        choices=[
            SelectChoice(ReadHow.ALOUD.value, _l("We read them aloud")),
            SelectChoice(ReadHow.SIGNED.value, _l("They were signed, by us or an interpreter")),
            SelectChoice(ReadHow.THEMSELVES.value, _l("They read them themselves")),
            SelectChoice(ReadHow.NOT_REACHED.value, _l("We tried three times, and could not reach them")),
        ],
    )
    happened_on = DayField(_l("When?"), called=_l("The day"))
    right = RadioField(
        _l("What did they say?"),
        [Optional()],
        choices=[
            SelectChoice(Right.YES.value, _l("It is right")),
            SelectChoice(Right.NOT_ALL.value, _l("Not all of it is right")),
        ],
    )
    words = words_field(
        _l("What is not right, or when and how we tried"),
        description=_l("You can leave this empty if all of it is right."),
    )

    def draft(self) -> ReadBackDraft:
        """Return what was chosen and written."""
        how = next((each for each in ReadHow if each.value == self.how.data), None)
        right = next((each for each in Right if each.value == self.right.data), None)
        return ReadBackDraft(how, self.happened_on.data, right, self.words.data or "")


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(people=False), ReadBackForm(formdata=None, data={"happened_on": deed().on}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = ReadBackForm()

    def do(session: Session, doing: Deed) -> None:
        read_backs.read_back(session, reference, form.draft(), doing)

    return act(form, do, _ask, gettext("Kept."))


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.has_task(DutyKind.READ_BACK):
        abort(404)
    points = [case.said(point.said) for point in case.complaint.definition.points]
    return draw("staff/read_backs/new.html", case, form=form, status=status, longest=LONGEST_WORDS, points=points)
