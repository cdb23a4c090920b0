"""A refusal looked at again: it stands, it is overturned, and what that asks of us is done (2.4, ruling 17)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.not_accepted import OverturnedBy
from app.domain.case.overturned import OverturnDraft
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import refusals
from app.services.case.desks import Desk
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import Ask, act, desk, draw
from app.web.staff.case.refusals import find
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may
from app.words.case.refusals import OVERTURNED_BY

bp = guarded(
    Blueprint("overturned", __name__, url_prefix="/complaints/<reference>/refusals/<int:number>"),
    may_read=Permission.PROPOSE_REFUSALS,
    may_write=Permission.PROPOSE_REFUSALS,
)
PRINTED = _l("This is printed in the letter.")
TO_FINISH = (DutyKind.OMBUDSMAN_DATE, DutyKind.TAKE_ON_POINTS)


class OverturnForm(WordsForm):
    """Who overturned it, when we were told, by when we must act, and why."""

    by = RadioField(
        _l("Who decided it?"),
        choices=[SelectChoice(each.value, _l(OVERTURNED_BY[each])) for each in OverturnedBy],
        validate_choice=False,
    )
    told_on = DayField(
        _l("On which day were we told?"),
        called=_l("The day we were told"),
        description=_l("Our time to acknowledge counts from this day. If we decided it ourselves, the day we did."),
    )
    instructed_by = DayField(
        _l("Which date did the Ombudsman set?"),
        called=_l("The Ombudsman’s date"),
        description=_l("Nothing moves this date. Leave it empty if we decided it ourselves."),
    )

    def draft(self) -> OverturnDraft:
        """Return what is to be recorded."""
        by = next((each for each in OverturnedBy if each.value == self.by.data), None)
        return OverturnDraft(by, self.told_on.data, self.text, self.instructed_by.data)


@bp.get("/overturn")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(number)(desk(), _overturn(), 200)


@bp.post("/overturn")
def create(reference: str, number: int) -> ResponseReturnValue:
    form = _overturn()
    done = gettext("The complaint goes on. The letter that says so is written.")

    def do(session: Session, doing: Deed) -> None:
        refusals.overturn(session, reference, number, form.draft(), doing)

    return act(form, do, _ask(number), done)


@bp.get("/look")
def look(reference: str, number: int) -> ResponseReturnValue:
    return _ask_look(number)(desk(), _look(), 200)


@bp.post("/look")
def uphold(reference: str, number: int) -> ResponseReturnValue:
    form = _look()
    done = gettext("The letter that says so is written. See under Letters how it goes.")

    def do(session: Session, doing: Deed) -> None:
        refusals.uphold(session, reference, number, form.text, doing)

    return act(form, do, _ask_look(number), done)


@bp.get("/done")
def done(reference: str, number: int) -> ResponseReturnValue:
    return _ask_done(number)(desk(), _done(), 200)


@bp.post("/done")
def finish(reference: str, number: int) -> ResponseReturnValue:
    form = _done()

    def do(session: Session, doing: Deed) -> None:
        refusals.finish(session, reference, number, form.text, doing)

    return act(form, do, _ask_done(number), gettext("Kept."))


def _overturn() -> OverturnForm:
    return OverturnForm(_l("Why we now take it on"), PRINTED)


def _look() -> WordsForm:
    return WordsForm(_l("Why it stands"), PRINTED)


def _done() -> WordsForm:
    return WordsForm(_l("What was done"), _l("If it became a complaint of its own, give its reference."))


def _ask(number: int) -> Ask:
    def ask(case: Desk, form: Form, status: int) -> ResponseReturnValue:
        refusal = find(case, number)
        if not refusal.in_force or not may(Permission.DECIDE_REFUSALS):
            abort(404)
        return draw("staff/refusals/overturn.html", case, form=form, status=status, refusal=refusal)

    return ask


def _ask_look(number: int) -> Ask:
    def ask(case: Desk, form: Form, status: int) -> ResponseReturnValue:
        asked = case.complaint.has_task(DutyKind.LOOK_AT_REFUSAL, number)
        if not asked or not may(Permission.DECIDE_REFUSALS):
            abort(404)
        return draw("staff/refusals/look.html", case, form=form, status=status, refusal=find(case, number))

    return ask


def _ask_done(number: int) -> Ask:
    def ask(case: Desk, form: Form, status: int) -> ResponseReturnValue:
        if not any(case.complaint.has_task(kind, number) for kind in TO_FINISH):
            abort(404)
        return draw("staff/refusals/done.html", case, form=form, status=status, refusal=find(case, number))

    return ask
