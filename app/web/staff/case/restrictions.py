"""Who of the staff may see a complaint: kept to named people, the list changed, or everybody again (ruling 4)."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound
from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case import independence
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import restrictions
from app.services.case.desks import Desk
from app.web.answers import words_field
from app.web.attempts import Act
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.colleagues import choices
from app.web.staff.guards import guarded, me
from app.words.say import say

bp = guarded(
    Blueprint("restrictions", __name__, url_prefix="/complaints/<reference>/restriction"),
    may_read=Permission.ASSIGN,
    may_write=Permission.ASSIGN,
)
LABEL = _l("Why may everybody see it again?")
HINT = _l("Everybody who may see it reads this. Those it was kept from will be able to read it too.")
BY_HAND = tuple(ground for ground in RestrictionGround if ground is not RestrictionGround.CONCERNED)


def viewers_field() -> SelectMultipleField:
    """Return the question who may see a complaint."""
    return SelectMultipleField(
        _l("Who may see it"),
        coerce=int,
        validate_choice=False,
        description=_l(
            "Nobody else will find it anywhere. Choose at least two people who work on complaints, so that no date "
            "is missed."
        ),
    )


class ViewersForm(Form):
    """Who may see it."""

    viewers = viewers_field()


class RestrictionForm(Form):
    """Why not everybody may see it, and who may."""

    ground = RadioField(
        _l("Why should not everybody see it?"),
        [Optional()],
        choices=[SelectChoice(each.value, "") for each in BY_HAND],
        validate_choice=False,
    )
    words = words_field(
        _l("What those who may see it should know"),
        description=_l("Say why in a few words. The resident is not told."),
    )
    viewers = viewers_field()

    def draft(self) -> RestrictionDraft:
        """Return what was said."""
        ground = next((each for each in BY_HAND if each.value == self.ground.data), None)
        return RestrictionDraft(ground, self.words.data or "", tuple(self.viewers.data or ()))


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    form = RestrictionForm if case.complaint.restriction is None else ViewersForm
    return _ask(case, form(data={"viewers": listed(case)}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    """Restrict it, or say who may see it from now on."""
    if desk().complaint.restriction is None:
        form = RestrictionForm()
        return act(form, _restricting(reference, form), _ask, onward=lambda: kept(reference))
    again = ViewersForm()
    return act(again, _changing(reference, again), _ask, onward=lambda: kept(reference))


@bp.get("/end")
def end(reference: str) -> ResponseReturnValue:
    return _ask_to_lift(desk(), WordsForm(LABEL, HINT))


@bp.post("/end")
def destroy(reference: str) -> ResponseReturnValue:
    """Let everybody see it again."""
    form = WordsForm(LABEL, HINT)

    def do(session: Session, doing: Deed) -> None:
        restrictions.lift(session, reference, form.text, doing)

    return act(form, do, _ask_to_lift, gettext("Everybody who works on complaints can see it again."))


def listed(case: Desk) -> list[int]:
    """Return who may see it now; of one that everybody may see, who has it and who asks."""
    named = independence.viewers(case.complaint)
    return sorted(named if named is not None else {me().id, *filter(None, [case.complaint.handler])})


def offer(case: Desk, field: SelectMultipleField) -> None:
    """Offer those who work here and may see it."""
    ours, hired = (
        [each for each in members if each.id not in case.complaint.concerned] for members in (case.present, case.hired)
    )
    field.choices = [*choices(ours, hired)]


def kept(reference: str) -> ResponseReturnValue:
    """Go back to the case, or to my work where it is no longer mine to see."""
    try:
        case = desk()
    except NotFound:
        flash(gettext("Kept. You can no longer see %(reference)s.", reference=reference))
        return go_to("staff.duties.index")
    restricted = case.complaint.restriction is not None
    flash(gettext("Kept. Only those on the list can see it now.") if restricted else gettext("Kept."))
    return go_to("staff.complaints.show", reference=reference)


def _restricting(reference: str, form: RestrictionForm) -> Act:
    return lambda session, doing: restrictions.restrict(session, reference, form.draft(), doing)


def _changing(reference: str, form: ViewersForm) -> Act:
    chosen = tuple(form.viewers.data or ())
    return lambda session, doing: restrictions.change_viewers(session, reference, chosen, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if isinstance(form, RestrictionForm | ViewersForm):
        offer(case, form.viewers)
    if isinstance(form, RestrictionForm):
        form.ground.choices = [SelectChoice(each.value, say(each, language())) for each in BY_HAND]
    return draw(
        "staff/restrictions/new.html",
        case,
        form=form,
        status=status,
        state=case.complaint.restriction,
        short=case.complaint.has_task(DutyKind.CHECK_VIEWERS),
    )


def _ask_to_lift(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.restriction is None:
        abort(404)
    return draw("staff/restrictions/end.html", case, form=form, status=status)
