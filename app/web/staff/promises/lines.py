"""The list of promises as an address asks for it, and each of its lines, said (S11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.clock.calendar import Calendar
from app.domain.deed import london_day
from app.domain.landlord.landlord import Landlord
from app.domain.promises.ledger import DISPUTES, Stands
from app.now import now
from app.services.promises import promises
from app.store.promises.promises import PromiseLine, Sought
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.flags import Flags, flags
from app.web.staff.clock.dates import Due, due
from app.web.staff.guards import me
from app.web.staff.promises.questions import doers
from app.words.dates import short
from app.words.say import say

VIEWS = {"": _l("To keep"), "late": _l("Late"), "disputed": _l("The resident says not done"), "done": _l("Ended")}
ASKED_BY = ("view", "owner", "contractor")
"""What an address says of the list."""
DISPUTED = {verdict.value for verdict in DISPUTES}


class FilterForm(Form):
    """Whose promises to show."""

    class Meta:
        csrf = False

    owner = SelectField(_l("Who sees to it"))
    contractor = SelectField(_l("Contractor or team"))


class Line(NamedTuple):
    """One promise, said."""

    reference: str
    number: int
    chosen: str
    words: str
    resident: str
    owner: str
    due: Due
    stands: str
    tone: str
    since: str
    not_done: int
    missed: int
    flags: Flags


class Asked(NamedTuple):
    """Which promises the address asks for, and what there is to choose from."""

    view: str
    sought: Sought
    owners: dict[int, str]


def asked(session: Session, ours: Landlord) -> Asked:
    """Return which promises this address asks for; what nobody offers is not asked for."""
    owners = dict(promises.owners(session, me()))
    view = request.args.get("view", "")
    view = view if view in VIEWS else ""
    contractor = request.args.get("contractor", "")
    known = {each.key for each in ours.doers}
    sought = Sought(
        owner=_owner(owners),
        contractor=contractor if contractor in known else "",
        before=london_day(now()) if view == "late" else None,
        disputed=view == "disputed",
        done=view == "done",
    )
    return Asked(view, sought, owners)


def _owner(owners: dict[int, str]) -> int | None:
    asked = request.args.get("owner", "")
    if asked == "me":
        return me().id
    return next((staff for staff in owners if str(staff) == asked), None)


def filters(asked: Asked, ours: Landlord) -> FilterForm:
    """Return the form that narrows the list, filled in as it was asked."""
    form, owner = FilterForm(formdata=None), asked.sought.owner
    others = [SelectChoice(str(staff), name) for staff, name in asked.owners.items() if staff != me().id]
    form.owner.choices = [SelectChoice("", gettext("Anybody")), SelectChoice("me", gettext("Me")), *others]
    form.owner.data = "me" if owner == me().id else str(owner or "")
    form.contractor.choices = doers(ours.doers, gettext("Any, or none"))
    form.contractor.data = asked.sought.contractor
    return form


def row(promise: PromiseLine, today: date, calendar: Calendar, names: Mapping[str, str]) -> Line:
    """Return a line of the list."""
    stands, since = promise.stands(today), promise.done_on or promise.ended_on
    return Line(
        promise.reference,
        promise.number,
        f"{promise.case_id}.{promise.number}.{promise.position}",
        promise.words or gettext("The words are no longer kept"),
        promise.resident or gettext("No name given"),
        ", ".join(filter(None, (promise.owned_by, names.get(promise.contractor, "")))),
        due(promise.due_on, today, calendar),
        say(stands, language()),
        "done" if stands is Stands.KEPT else "late" if promise.verdict in DISPUTED else "quiet",
        short(since, language()) if since else "",
        promise.times_not_done,
        promise.appointments_missed,
        flags(promise.flags, promise.language),
    )
