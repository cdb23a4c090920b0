"""What was promised (S11): by the date of each, until it is done and somebody says how we know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug import Response
from wtforms import SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Length

from app.db import reading, writing
from app.domain.changed import Changed
from app.domain.deed import Deed, london_day
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.clock import duties
from app.services.landlord import staff
from app.services.promises import promises
from app.services.promises.promises import NotHandedOver
from app.store.landlord.staff import Member
from app.store.promises.promises import Key, PromiseLine
from app.web import landlord, pages
from app.web.answers import Needed, own_words
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff import colleagues
from app.web.staff.guards import guarded, may, me
from app.web.staff.promises import lines
from app.web.staff.promises.questions import doers, done_on, named
from app.words.dates import in_full
from app.words.say import say

bp = guarded(
    Blueprint("promises", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.KEEP_PROMISES,
)
KEY = (pages.day, pages.number, pages.number)
LONGEST_PROOF = 2_000
AS_IT_IS = "as-it-is"
CHOSEN = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")
"""A ticked promise: its case, its number, and the position the case was seen at."""


class HandOverForm(Form):
    """Those that were ticked, and who gets them."""

    chosen = SelectMultipleField(_l("Promises"), validate_choice=False)
    to = SelectField(_l("Give those I ticked to"), coerce=int)
    along = SelectField(_l("With which contractor or team"), default=AS_IT_IS)

    def know(self, present: Sequence[Member], hired: Sequence[Member], ours: Landlord) -> HandOverForm:
        """Offer those who work here or for a contractor, and the contractors and teams of the landlord's lists."""
        self.to.choices = [*colleagues.choices(present, hired)]
        self.along.choices = [SelectChoice(AS_IT_IS, gettext("Leave as it is")), *doers(ours.doers, gettext("None"))]
        return self

    def keys(self) -> dict[Key, int]:
        """Return the promises that were ticked, each with the position its case was seen at."""
        found = (CHOSEN.fullmatch(each) for each in self.chosen.data or ())
        return {(int(each[1]), int(each[2])): int(each[3]) for each in found if each}


class ProofForm(Form):
    """The day it was done, and how we know."""

    happened_on = done_on()
    proof = TextAreaField(
        _l("How do we know?"),
        [Needed(_l("Say how we know that it was done")), Length(max=LONGEST_PROOF)],
        description=_l("Who saw it, a job number, or where the photo is"),
        filters=[own_words],
    )


@bp.get("/promises")
def index() -> ResponseReturnValue:
    return _list(HandOverForm(formdata=None))


@bp.post("/promises/owners")
def hand_over() -> ResponseReturnValue:
    """Give those that were ticked to somebody: each that stays is named, with why."""
    form, asked = HandOverForm(), deed()
    with reading() as session:
        form.know(*staff.both(session), landlord.current())
    chosen = form.keys()
    if not form.validate_on_submit():
        return _list(form, 422)
    if not chosen:
        form.chosen.errors = [gettext("Tick at least one promise")]
        return _list(form, 422)
    if asked.key is None:
        abort(400)
    along = None if form.along.data == AS_IT_IS else form.along.data
    with writing() as session:
        went, stayed = promises.hand_over_many(session, me(), chosen, form.to.data, along, asked)
    if went:
        flash(gettext("Promises given away: %(went)s", went=went))
    for each in stayed:
        flash(_stayed(each), "stayed")
    return go_to(".index", **{name: request.args.get(name) for name in lines.ASKED_BY})


@bp.get("/complaints/<reference>/promises/<int:number>/proof")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(ProofForm(), _find(reference, number))


@bp.post("/complaints/<reference>/promises/<int:number>/proof")
def create(reference: str, number: int) -> ResponseReturnValue:
    """Mark a promise done."""
    promise, form = _find(reference, number), ProofForm()

    def do(session: Session, doing: Deed) -> None:
        day = form.happened_on.data or doing.on
        promises.finish(session, reference, number, day, form.proof.data or "", doing)

    def again(status: int) -> Response:
        return _ask(form, _find(reference, number) if status == HTTPStatus.CONFLICT else promise, status)

    if (refused := attempt(form, deed(), do, again, _meanwhile)) is not None:
        return refused
    flash(gettext("A promise for %(reference)s is marked as done", reference=reference))
    return go_to(".index")


def _meanwhile(_: Changed) -> str:
    return gettext("Somebody changed this promise while you were writing. Look, and send it again.")


def _find(reference: str, number: int) -> PromiseLine:
    if not may(Permission.KEEP_PROMISES):
        abort(404)
    with reading() as session:
        return promises.find(session, me(), reference, number) or abort(404)


def _ask(form: ProofForm, promise: PromiseLine, status: int = 200) -> Response:
    by = in_full(promise.due_on, language())
    return page("staff/promises/new.html", status=status, form=form, promise=promise, by=by)


def _list(bulk: HandOverForm, status: int = 200) -> Response:
    today, ours = london_day(now()), landlord.current()
    names = named(ours)
    with reading() as session:
        asked = lines.asked(session, ours)
        found = promises.to_keep(session, me(), asked.sought, pages.place(*KEY))
        calendar = duties.calendar(session, ours)
        bulk.know(*staff.both(session), ours)
    return page(
        "staff/promises/index.html",
        status=status,
        form=lines.filters(asked, ours),
        bulk=bulk,
        views=lines.VIEWS,
        view=asked.view,
        asked={name: text for name, text in request.args.items() if name in lines.ASKED_BY and text},
        rows=[lines.row(each, today, calendar, names) for each in found.lines],
        links=pages.links(found),
        may_keep=may(Permission.KEEP_PROMISES),
    )


def _stayed(each: NotHandedOver) -> str:
    why = say(each.why, language()) if each.why else gettext("Somebody changed it meanwhile")
    return gettext(
        "%(reference)s, promise %(number)s stays: %(why)s", reference=each.reference, number=each.number, why=why
    )
