"""Somebody has died: written down once, and everything that goes to them stops; a mistake is put right (ruling 7)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.deaths import DeathDraft
from app.domain.people.parties import PartyState
from app.services.case.desks import Desk
from app.services.people import deaths
from app.web.fields import DayField
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may, me
from app.web.staff.people.elsewhere import offer, others_field

bp = guarded(
    Blueprint("deaths", __name__, url_prefix="/complaints/<reference>/parties/<int:number>/death"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)
TOLD_BY = _l("Who told us, and how?")
TOLD_BY_HINT = _l("Like: her son Yusuf, by phone. It stays with us.")
ALIVE = _l("How do we know that it was a mistake?")
ALIVE_HINT = _l("Like: she came to the office with her passport. A second person reads this.")
NO_MISTAKE = _l("If it was no mistake, say how you know")


class DeathForm(WordsForm):
    """Who told us, when, and who decides how it goes on."""

    told_on = DayField(_l("When did we hear of it?"), called=_l("The day we heard of it"))
    decides = SelectField(
        _l("Who decides how it goes on?"),
        description=_l("One person, by name. They speak with the family, and with nobody before they are ready."),
    )

    others = others_field()

    def __init__(self, case: Desk) -> None:
        super().__init__(TOLD_BY, TOLD_BY_HINT)
        others = [SelectChoice(str(member.id), member.name) for member in case.present]
        self.decides.choices = [SelectChoice("", gettext("Choose")), *others]

    def draft(self) -> DeathDraft:
        """Return what was written down."""
        return DeathDraft(self.text, self.told_on.data, int(self.decides.data) if self.decides.data else None)


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    case = desk(people=False)
    return _ask(case, DeathForm(case))


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form = DeathForm(desk())
    done = gettext("Written down. Nothing goes to them any more.")

    def do(session: Session, doing: Deed) -> None:
        deaths.record(session, reference, number, form.draft(), doing, form.others.data or ())

    return act(form, do, _ask, done)


@bp.get("/mistake")
def ask_about_mistake(reference: str, number: int) -> ResponseReturnValue:
    return _ask_about_mistake(desk(), WordsForm(ALIVE, ALIVE_HINT))


@bp.post("/mistake")
def doubt(reference: str, number: int) -> ResponseReturnValue:
    form, done = WordsForm(ALIVE, ALIVE_HINT), gettext("A second person looks at it today.")

    def do(session: Session, doing: Deed) -> None:
        deaths.doubt(session, reference, number, form.text, doing)

    return act(form, do, _ask_about_mistake, done)


@bp.get("/decision")
def ask_to_decide(reference: str, number: int) -> ResponseReturnValue:
    return _ask_to_decide(desk(), WordsForm(NO_MISTAKE))


@bp.post("/decision")
def decide(reference: str, number: int) -> ResponseReturnValue:
    if not may(Permission.APPROVE_CORRECTIONS):
        abort(404)
    form, alive = WordsForm(NO_MISTAKE), request.form.get("decision") == "alive"
    done = gettext("Put right. What had not gone goes to them.") if alive else gettext("Kept: it was no mistake.")

    def do(session: Session, doing: Deed) -> None:
        if alive:
            deaths.correct(session, reference, number, doing)
        else:
            deaths.let_stand(session, reference, number, form.text, doing)

    return act(form, do, _ask_to_decide, done)


def party(case: Desk) -> PartyState:
    """Return the person in this address; 404 where the case has none of this number, or it is erased."""
    number = int((request.view_args or {})["number"])
    found = next((each for each in case.complaint.parties if each.number == number), None)
    return found if found is not None and case.complaint.erased_on is None else abort(404)


def named(case: Desk, number: int) -> str:
    """Return what a person of the case is called; nobody in particular is empty."""
    return next((each.name for each in case.parties if each.number == number), "")


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = party(case)
    if who.died:
        abort(404)
    name = offer(form["others"], case, who.number)
    heard = case.complaint.has_task(DutyKind.HEARD_OF_DEATH, who.number)
    return draw(
        "staff/deaths/new.html",
        case,
        form=form,
        status=status,
        who=who,
        name=name,
        heard=heard,
    )


def _ask_about_mistake(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = party(case)
    if not who.died or who.death_doubted_by:
        abort(404)
    return draw("staff/deaths/mistake.html", case, form=form, status=status, who=who, name=named(case, who.number))


def _ask_to_decide(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = party(case)
    if not who.death_doubted_by or not may(Permission.APPROVE_CORRECTIONS):
        abort(404)
    return draw(
        "staff/deaths/decision.html",
        case,
        form=form,
        status=status,
        who=who,
        name=named(case, who.number),
        mine=who.death_doubted_by == me().id,
    )
