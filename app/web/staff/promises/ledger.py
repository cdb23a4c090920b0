"""One promise (S11): what it is, all that happened to it, and what may be done with it now."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.domain.promises.ledger import Approach, Ending, Look, PromiseState
from app.now import now
from app.services.case.desks import Desk
from app.services.promises import accounts, promises, verdicts
from app.web import landlord
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, may
from app.web.staff.promises.deeds import PromiseDeed
from app.web.staff.promises.questions import (
    AccessForm,
    AppointmentForm,
    DateForm,
    DeclineForm,
    EndingForm,
    LookForm,
    OwnerForm,
    named,
)
from app.words.case.events import to_staff

bp = guarded(
    Blueprint("ledger", __name__, url_prefix="/complaints/<reference>/promises/<int:number>"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.KEEP_PROMISES,
)


def _hand_over(form: OwnerForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    promises.hand_over(session, reference, number, form.owner.data, form.contractor.data or "", doing)


def _move(form: DateForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    promises.move(session, reference, number, form.new_date.data, form.words.data or "", doing)


def _try(form: AccessForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    day = form.happened_on.data or doing.on
    promises.try_access(session, reference, number, Approach(form.by.data), day, form.words.data or "", doing)


def _miss(form: AppointmentForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    promises.miss_appointment(session, reference, number, form.happened_on.data or doing.on, doing)


def _end(form: EndingForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    promises.end(
        session,
        reference,
        number,
        Ending(form.how.data) if form.how.data else None,
        form.happened_on.data or doing.on,
        form.words.data or "",
        resident_said=bool(form.resident_said.data),
        deed=doing,
    )


def _look(form: LookForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    look = Look(form.look.data) if form.look.data else None
    day = form.happened_on.data or doing.on
    verdicts.look_into(session, reference, number, look, day, form.words.data or "", doing)


def _decline(form: DeclineForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    promises.decline_date(session, reference, number, form.words.data or "", doing)


DEEDS: Mapping[str, PromiseDeed] = {
    "date": PromiseDeed(_l("Move the date of a promise"), DateForm, _l("Move it and write to the resident"), _move),
    "stay": PromiseDeed(_l("Leave the date as it is"), DeclineForm, _l("Leave it"), _decline),
    "owner": PromiseDeed(_l("Give a promise to somebody"), OwnerForm, _l("Give it to them"), _hand_over),
    "access": PromiseDeed(_l("We tried to get in"), AccessForm, _l("Write it down"), _try),
    "appointment": PromiseDeed(_l("We missed an appointment"), AppointmentForm, _l("Write it down"), _miss),
    "ending": PromiseDeed(_l("A promise that is not kept"), EndingForm, _l("End it"), _end),
    "look": PromiseDeed(_l("Look into what was not done"), LookForm, _l("Write it down"), _look),
}
WHILE_OPEN = ("date", "owner", "access", "ending")


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    case = desk(people=False)
    promise, today = _promise(case, number), london_day(now())
    steps = accounts.of_promise(case.written, number, to_staff, case.names, language())
    return draw(
        "staff/promises/show.html",
        case,
        promise=promise,
        stands=promise.stands(today),
        contractor=named(landlord.current()).get(promise.contractor, ""),
        steps=accounts.with_words(steps, case.texts),
        deeds={name: DEEDS[name].title for name in _possible(case, promise)} if may(Permission.KEEP_PROMISES) else {},
        may_finish=promise.open and may(Permission.KEEP_PROMISES),
    )


@bp.get("/<deed>")
def new(reference: str, number: int, deed: str) -> ResponseReturnValue:
    case = desk()
    form = _form(deed, case)
    if isinstance(form, OwnerForm):
        promise = _promise(case, number)
        form.owner.data, form.contractor.data = promise.owner, promise.contractor
    if isinstance(form, DateForm) and (asked := _promise(case, number).proposed):
        form = DateForm(data={"new_date": asked.new})
    return _ask(deed, number, case, form)


@bp.post("/<deed>")
def create(reference: str, number: int, deed: str) -> ResponseReturnValue:
    """Do it, and go back to the promise."""
    form = _form(deed, desk())
    return act(
        form,
        lambda *doing: DEEDS[deed].do(form, reference, number, *doing),
        lambda case, asked, status: _ask(deed, number, case, asked, status),
        onward=lambda: go_to("staff.ledger.show", reference=reference, number=number),
    )


def _form(deed: str, case: Desk) -> Form:
    form = DEEDS[deed].form() if deed in DEEDS else abort(404)
    return form.know(case.present, case.hired) if isinstance(form, OwnerForm) else form


def _possible(case: Desk, promise: PromiseState) -> list[str]:
    """Return the deeds that this promise allows: a missed appointment may be found out about at any time."""
    disputed = any(
        case.complaint.has_task(kind, promise.number) for kind in (DutyKind.LOOK_AT_PROMISE, DutyKind.INSPECT_PROMISE)
    )
    return [
        name
        for name in DEEDS
        if (name in WHILE_OPEN and promise.open)
        or name == "appointment"
        or (name == "look" and disputed)
        or (name == "stay" and promise.open and promise.proposed is not None)
    ]


def _promise(case: Desk, number: int) -> PromiseState:
    return next((each for each in case.complaint.promises if each.number == number), None) or abort(404)


def _ask(deed: str, number: int, case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    promise = _promise(case, number)
    if deed not in _possible(case, promise) or not may(Permission.KEEP_PROMISES):
        abort(404)
    title = gettext("%(title)s: %(reference)s", title=str(DEEDS[deed].title), reference=case.reference)
    return draw(
        "staff/promises/deed.html",
        case,
        promise=promise,
        title=title,
        lead=_lead(deed, promise),
        action=deed,
        button_text=DEEDS[deed].button,
        form=form,
        status=status,
    )


def _lead(deed: str, promise: PromiseState) -> str:
    """Return what to know before doing it."""
    if deed == "date":
        return gettext("The resident is told the new date and why by a letter. Until then it is late, and stays so.")
    if deed == "ending":
        tried = gettext("Tries to get in so far: %(tries)s.", tries=len(promise.tries))
        return tried + " " + gettext("We may say that we could not get in after three, in at least two ways.")
    return ""
