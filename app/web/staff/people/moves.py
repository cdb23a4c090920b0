"""The resident has moved: nothing goes to the old home, and each open promise is asked about (rulings 1 and 7)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.contacts import OldWay
from app.domain.people.moves import StillWanted
from app.domain.people.parties import Role
from app.domain.promises.ledger import PromiseState
from app.services.case.desks import Desk
from app.services.people import moves
from app.services.people.moves import MoveDraft
from app.web.answers import own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.web.spoken import in_words
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded
from app.web.staff.people.deaths import party
from app.web.staff.people.elsewhere import offer, others_field

bp = guarded(
    Blueprint("moves", __name__, url_prefix="/complaints/<reference>"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)
WORDS = _l("What did they say, and how?")
WORDS_HINT = _l("Ask them alone, by a way that is safe now. It stays with us.")


class MoveForm(Form):
    """When, whether the old home is safe for them, and where letters may go now."""

    moved_on = DayField(_l("When did they move?"), called=_l("The day they moved"))
    safe = RadioField(
        _l("Is it safe for them if somebody at the old home sees something from us?"),
        choices=[
            SelectChoice(OldWay.YES.value, _l("Yes")),
            SelectChoice(OldWay.NO.value, _l("No")),
            SelectChoice(OldWay.NOT_SURE.value, _l("Not sure, or not asked")),
        ],
        description=_l("Nothing is sent there in any case. Unless it is a clear yes, their code and sign-ins end too."),
        validate_choice=False,
    )
    letters_to = TextAreaField(
        _l("Where may letters go now?"),
        filters=[own_words],
        description=_l("Leave it empty if they did not say. It is used once you have checked who is asking."),
        render_kw={"autocomplete": "off"},
    )

    others = others_field()

    def draft(self) -> MoveDraft:
        """Return what was written down."""
        safe = next((each for each in OldWay if each.value == self.safe.data), None)
        return MoveDraft(self.moved_on.data, safe, self.letters_to.data or "")


class StillWantedForm(WordsForm):
    """What the resident says of one promise."""

    answer = RadioField(
        _l("What did they say of this promise?"),
        choices=[
            SelectChoice(StillWanted.YES.value, _l("They still want it")),
            SelectChoice(StillWanted.NO.value, _l("They no longer want it: it ends")),
            SelectChoice(StillWanted.REPLACED.value, _l("Another promise takes its place: this one ends")),
        ],
        validate_choice=False,
    )
    replaced_by = SelectField(_l("Which promise takes its place?"), coerce=int, validate_choice=False)

    def __init__(self, case: Desk, number: int) -> None:
        super().__init__(WORDS, WORDS_HINT)
        others = [each for each in case.complaint.promises if each.open and each.number != number]
        named = [SelectChoice(each.number, in_words(case, each.said)) for each in others]
        self.replaced_by.choices = [SelectChoice(0, gettext("Choose")), *named]

    @property
    def chosen(self) -> StillWanted | None:
        """Return what was chosen."""
        return next((each for each in StillWanted if each.value == self.answer.data), None)


@bp.get("/parties/<int:number>/move")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(desk(people=False), MoveForm())


@bp.post("/parties/<int:number>/move")
def create(reference: str, number: int) -> ResponseReturnValue:
    form, done = MoveForm(), gettext("Written down. Nothing goes to the old home any more.")

    def do(session: Session, doing: Deed) -> None:
        moves.record(session, reference, number, form.draft(), doing, form.others.data or ())

    return act(form, do, _ask, done)


@bp.get("/promises/<int:number>/after-move")
def ask_about(reference: str, number: int) -> ResponseReturnValue:
    case = desk()
    return _ask_about(case, StillWantedForm(case, number))


@bp.post("/promises/<int:number>/after-move")
def answer(reference: str, number: int) -> ResponseReturnValue:
    form, done = StillWantedForm(desk(), number), gettext("Kept.")

    def do(session: Session, doing: Deed) -> None:
        moves.ask(session, reference, number, form.chosen, form.replaced_by.data or 0, form.text, doing)

    return act(form, do, _ask_about, done)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = party(case)
    if who.role is not Role.RESIDENT or who.died:
        abort(404)
    name = offer(form["others"], case, who.number, who.role.value)
    heard = case.complaint.has_task(DutyKind.HEARD_OF_MOVE, who.number)
    return draw(
        "staff/moves/new.html",
        case,
        form=form,
        status=status,
        who=who,
        name=name,
        heard=heard,
    )


def _ask_about(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("staff/moves/promise.html", case, form=form, status=status, promise=_promise(case))


def _promise(case: Desk) -> PromiseState:
    number = int((request.view_args or {})["number"])
    found = next((each for each in case.complaint.promises if each.number == number and each.open), None)
    return found if found is not None and case.complaint.has_task(DutyKind.ASK_AFTER_MOVE, number) else abort(404)
