"""Log a complaint for somebody (S4): on one page, with the day we really received it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.db import reading, writing
from app.domain.case.vocabulary import Channel
from app.domain.clock.calendar import UnknownYear
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.now import now
from app.services.case import arrivals, complaints, duplicates, groups, requests
from app.services.case.complaints import Made, NewComplaint
from app.services.case.duplicates import Duplicate
from app.services.people import homes
from app.web.answers import meant
from app.web.deed import deed
from app.web.languages import language
from app.web.page import asked_by_htmx, go_to, page
from app.web.pressed import making_a_case
from app.web.staff.case.alike import row
from app.web.staff.case.group_forms import chosen
from app.web.staff.case.questions import ArrivalForm
from app.web.staff.guards import guarded, me
from app.web.staff.people import receipts
from app.web.tries import lookup_key
from app.words.say import say

bp = guarded(
    Blueprint("arrivals", __name__, url_prefix="/complaints"),
    may_read=Permission.LOG_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)


@bp.get("/new")
def new() -> ResponseReturnValue:
    with reading() as session:
        form = ArrivalForm(formdata=None).know([], groups.every(session, me()))
    return _ask(form)


@bp.post("/new")
def create() -> ResponseReturnValue:
    """Log the complaint; or, when that was the button, find homes and complaints like it first."""
    form = ArrivalForm()
    with reading() as session:
        form.know(homes.at_postcode(session, form.postcode.data or ""), groups.every(session, me()))
    if request.form.get("then") == "find":
        return _found(form)
    if not form.validate_on_submit():
        return _ask(form, status=422)
    alike = _alike(form)
    if form.is_letter and form.join.data:
        return _join(form, alike)
    if alike and not form.separate.data:
        form.separate.errors = [gettext("Look at these complaints. If this is a new one, say so")]
        return _ask(form, alike, status=422)
    try:
        return receipts.show_once(_make(form, deed()))
    except Refused as refusal:
        return _ask(form.explain(refusal), alike, status=422)
    except UnknownYear as unknown:
        form.received_on.errors = [say(unknown, language())]
        return _ask(form, alike, status=422)


def _make(form: ArrivalForm, pressed: Deed) -> tuple[Made, str]:
    made: list[Made] = []

    def do(session: Session) -> None:
        new = arrivals.new_complaint(session, form.answers(), form.received_on.data or pressed.on)
        received = _as_received(new, form)
        names = [each.name for each in (received.resident, received.representative) if each is not None]
        received = replace(received, put_in=groups.joining(session, chosen(form.group), received.kind, names))
        made.append(complaints.make(session, received, lookup_key(), pressed))

    making_a_case(pressed, do, besides=["separate"])
    return made[0], pressed.key or ""


def _join(form: ArrivalForm, alike: list[Duplicate]) -> ResponseReturnValue:
    """Put the letter of an MP or councillor with the case that is open already: it counts from the day it came."""
    pressed, reference = deed(), form.join.data
    if reference not in {each.found.reference for each in alike}:
        abort(404)
    try:
        with writing() as session:
            told = arrivals.new_complaint(session, form.answers(), form.received_on.data or pressed.on)
            writer = told.representative or told.resident
            words, came_on = told.arrival.words, told.arrival.happened_on
            requests.join_enquiry(session, reference, writer, words, came_on, pressed)
    except Refused as refusal:
        return _ask(form.explain(refusal), alike, status=422)
    flash(gettext("The letter is with this case now."))
    return go_to("staff.complaints.show", reference=reference)


def _as_received(new: NewComplaint, form: ArrivalForm) -> NewComplaint:
    channel, area = Channel(form.channel.data), form.service_area.data or ""
    return form.as_kind(replace(new, arrival=replace(new.arrival, channel=channel, service_area=area)))


def _found(form: ArrivalForm) -> Response:
    alike = _alike(form)
    words = {"homes": max(len(form.home.choices or ()) - 1, 0), "complaints": len(alike)}
    said = gettext("Homes found: %(homes)s. Complaints that may be the same: %(complaints)s.", **words)
    return _ask(form, alike, said=said)


def _alike(form: ArrivalForm) -> list[Duplicate]:
    today = london_day(now())
    with reading() as session:
        return duplicates.find(session, me(), arrivals.new_complaint(session, form.answers(), today), today)


def _ask(form: ArrivalForm, alike: list[Duplicate] | None = None, *, status: int = 200, said: str = "") -> Response:
    form.join.choices = _may_join(alike or ()) if form.is_letter else []
    return page(
        "staff/arrivals/new.html",
        fragment="log",
        status=status,
        form=form,
        meant=meant(form.email),
        said=said if asked_by_htmx() else "",
        looked=alike is not None,
        alike=[row(each) for each in alike or ()],
    )


def _may_join(alike: Iterable[Duplicate]) -> list[SelectChoice]:
    shown = [(each.found.reference, row(each)) for each in alike]
    cases = [
        SelectChoice(reference, f"{reference} {said['resident']}, {said['received']}") for reference, said in shown
    ]
    return [SelectChoice("", gettext("No, log it by itself")), *cases] if cases else []
