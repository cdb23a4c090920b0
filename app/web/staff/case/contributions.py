"""Ask a colleague for their part of the answer, and give one's own (5.12)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.contribution_states import ContributionState
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import contributions
from app.services.case.desks import Desk
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.colleagues import choices
from app.web.staff.guards import guarded, may, me
from app.words.dates import in_full
from app.words.say import say

# Whoever may read the case may be asked; who may ask, the pages ask.
bp = guarded(
    Blueprint("contributions", __name__, url_prefix="/complaints/<reference>/contributions"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
ASK = _l("What we need from them")
ASK_HINT = _l(
    "Which facts, which records, and for which point. A colleague reads the case too, somebody of a contractor only "
    "the points of it."
)
GIVE = _l("Your part")
GIVE_HINT = _l("Facts, dates, and where they are written down. Whoever writes the answer reads it.")


class AskForm(WordsForm):
    """Whom, by when, and for what."""

    staff = SelectField(_l("Who"))
    due_on = DayField(_l("By which day"), called=_l("The day"))

    def __init__(self, case: Desk) -> None:
        super().__init__(ASK, ASK_HINT)
        self.staff.choices = [SelectChoice("", gettext("Choose")), *choices(case.present, case.hired)]


class Asked(NamedTuple):
    """One part, said."""

    who: str
    by: str
    asked: str
    given: str
    given_on: str
    reminded_on: str


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = _asking()
    return _ask(case, AskForm(case))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = AskForm(_asking())
    return act(form, lambda *doing: _do(form, reference, *doing), _ask, gettext("It is on their list now."))


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask_to_give(desk(people=False), WordsForm(GIVE, GIVE_HINT))


@bp.post("/<int:number>")
def give(reference: str, number: int) -> ResponseReturnValue:
    _find(desk(people=False), number)
    form = WordsForm(GIVE, GIVE_HINT)

    def do(session: Session, doing: Deed) -> None:
        contributions.give(session, reference, number, form.text, doing)

    return act(form, do, _ask_to_give, gettext("Thank you. Whoever writes the answer sees it."))


def so_far(case: Desk) -> list[Asked]:
    """Return what colleagues were asked for towards the answer that is on, and what they gave."""
    stage = case.complaint.current
    return [_said(case, each) for each in case.complaint.contributions if stage and each.stage is stage.stage]


def _do(form: AskForm, reference: str, session: Session, doing: Deed) -> None:
    staff = int(form.staff.data) if form.staff.data else None
    contributions.ask(session, reference, staff, form.due_on.data, form.text, doing)


def _asking() -> Desk:
    return desk(people=False) if may(Permission.CHECK_ANSWERS) else abort(404)


def _find(case: Desk, number: int) -> ContributionState:
    """Return a part, for who was asked or works on the answer; 404 for others."""
    found = next((each for each in case.complaint.contributions if each.number == number), None)
    theirs = found is not None and (found.staff == me().id or may(Permission.CHECK_ANSWERS))
    return found if found is not None and theirs else abort(404)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.unanswered is None:
        abort(404)
    return draw("staff/contributions/new.html", case, form=form, status=status, parts=so_far(case))


def _ask_to_give(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    part = _find(case, int((request.view_args or {})["number"]))
    if part.given is not None:
        abort(404)
    return draw(
        "staff/contributions/show.html", case, form=form, status=status, part=_said(case, part), number=part.number
    )


def _said(case: Desk, part: ContributionState) -> Asked:
    given = (case.said(part.given) or say(case.gone(part.given), language())) if part.given else ""
    asked = case.said(part.asked) or say(case.gone(part.asked), language())
    return Asked(case.named(part.staff), _day(part.due_on), asked, given, _day(part.given_on), _day(part.reminded_on))


def _day(day: date | None) -> str:
    return in_full(day, language()) if day else ""
