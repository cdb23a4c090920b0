"""What was promised (S11): by the date of each, until it is done and somebody says how we know."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug import Response
from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.db import reading
from app.domain.clock.calendar import Calendar
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.domain.refused import Changed, Refused
from app.now import now
from app.services.clock import duties
from app.services.promises import promises
from app.store.promises.promises import PromiseLine, Sought
from app.web import landlord, pages
from app.web.answers import Needed, own_words
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.pressed import once
from app.web.staff.case.flags import Flags, flags
from app.web.staff.clock.dates import Due, due
from app.web.staff.guards import guarded, may, me
from app.words.dates import in_full, short

bp = guarded(
    Blueprint("promises", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.KEEP_PROMISES,
)
KEY = (pages.day, pages.number, pages.number)
VIEWS = {"": _l("To keep"), "late": _l("Late"), "done": _l("Done")}
LONGEST_PROOF = 2_000


class OwnerForm(Form):
    """Whose promises to show."""

    class Meta:
        csrf = False

    owner = SelectField(_l("Who sees to it"))


class ProofForm(Form):
    """The day it was done, and how we know."""

    happened_on = DayField(
        _l("On which day was it done?"),
        [InputRequired(_l("Enter the day it was done"))],
        called=_l("The day it was done"),
        description=_l("It cannot be in the future. For example, 27 11 2026"),
    )
    proof = TextAreaField(
        _l("How do we know?"),
        [Needed(_l("Say how we know that it was done")), Length(max=LONGEST_PROOF)],
        description=_l("Who saw it, a job number, or where the photo is"),
        filters=[own_words],
    )


class Line(NamedTuple):
    """One promise, said."""

    reference: str
    number: int
    words: str
    resident: str
    owner: str
    due: Due
    done: str
    flags: Flags


@bp.get("/promises")
def index() -> ResponseReturnValue:
    view = request.args.get("view", "")
    view = view if view in VIEWS else ""
    today = london_day(now())
    with reading() as session:
        owners = dict(promises.owners(session))
        owner = _owner(owners)
        sought = Sought(owner, before=today if view == "late" else None, done=view == "done")
        found = promises.to_keep(session, me(), sought, pages.place(*KEY))
        calendar = duties.calendar(session, landlord.current())
    return page(
        "staff/promises/index.html",
        form=_form(owners, owner),
        views=VIEWS,
        view=view,
        owner=owner,
        rows=[_row(each, today, calendar) for each in found.lines],
        links=pages.links(found),
        may_keep=may(Permission.KEEP_PROMISES),
    )


@bp.get("/complaints/<reference>/promises/<int:number>/proof")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(ProofForm(), _find(reference, number))


@bp.post("/complaints/<reference>/promises/<int:number>/proof")
def create(reference: str, number: int) -> ResponseReturnValue:
    """Mark a promise done."""
    promise, form, asked = _find(reference, number), ProofForm(), deed()
    if not form.validate_on_submit() or form.happened_on.data is None:
        return _ask(form, promise, 422)
    day, proof = form.happened_on.data, form.proof.data or ""
    try:
        once(asked, lambda session: promises.finish(session, reference, number, day, proof, asked))
    except Refused as refusal:
        return _ask(form.explain(refusal), promise, 422)
    except Changed:
        form.form_errors.append(
            gettext("Somebody changed this promise while you were writing. Look, and send it again.")
        )
        return _ask(form, _find(reference, number), 409)
    flash(gettext("A promise for %(reference)s is marked as done", reference=reference))
    return go_to(".index")


def _find(reference: str, number: int) -> PromiseLine:
    if not may(Permission.KEEP_PROMISES):
        abort(404)
    with reading() as session:
        return promises.find(session, me(), reference, number) or abort(404)


def _ask(form: ProofForm, promise: PromiseLine, status: int = 200) -> Response:
    by = in_full(promise.due_on, language())
    return page("staff/promises/new.html", status=status, form=form, promise=promise, by=by)


def _owner(owners: dict[int, str]) -> int | None:
    asked = request.args.get("owner", "")
    if asked == "me":
        return me().id
    return next((staff for staff in owners if str(staff) == asked), None)


def _form(owners: dict[int, str], owner: int | None) -> OwnerForm:
    form = OwnerForm(formdata=None)
    others = [SelectChoice(str(staff), name) for staff, name in owners.items() if staff != me().id]
    form.owner.choices = [SelectChoice("", gettext("Anybody")), SelectChoice("me", gettext("Me")), *others]
    form.owner.data = "me" if owner == me().id else str(owner or "")
    return form


def _row(promise: PromiseLine, today: date, calendar: Calendar) -> Line:
    return Line(
        promise.reference,
        promise.number,
        promise.words or gettext("The words are no longer kept"),
        promise.resident or gettext("No name given"),
        promise.owned_by or "",
        due(promise.due_on, today, calendar),
        short(promise.done_on, language()) if promise.done_on else "",
        flags(promise.flags, promise.language),
    )
