"""The list of promises as a file for a spreadsheet: whoever takes it away is noted, case by case (S11, S17)."""

from __future__ import annotations

from datetime import date

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from app.db import reading, writing
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.promises import promises
from app.store.promises.promises import PromiseLine
from app.web import landlord
from app.web.deed import deed
from app.web.languages import language
from app.web.spreadsheets import spreadsheet
from app.web.staff.guards import guarded, me
from app.web.staff.promises import lines
from app.web.staff.promises.questions import named
from app.words.say import say

bp = guarded(
    Blueprint("promise_files", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.KEEP_PROMISES,
)
HEADS = (
    _l("Complaint"),
    _l("Number"),
    _l("Promise"),
    _l("Resident"),
    _l("Who sees to it"),
    _l("Contractor or team"),
    _l("First date"),
    _l("By when"),
    _l("How it stands"),
    _l("Since"),
    _l("Times said not done"),
    _l("Appointments missed"),
)
"""Of the columns of the file."""


@bp.get("/promises.csv")
def download() -> ResponseReturnValue:
    """Give the list as a file for a spreadsheet; each case in it is noted as taken away."""
    ours = landlord.current()
    names = named(ours)
    with reading() as session:
        asked = lines.asked(session, ours)
    with writing() as session:
        found = promises.taken_away(session, me(), asked.sought, deed())
    today = london_day(now())
    return spreadsheet("promises", HEADS, (_cells(each, today, names) for each in found))


def _cells(promise: PromiseLine, today: date, names: dict[str, str]) -> tuple[object, ...]:
    return (
        promise.reference,
        promise.number,
        promise.words or "",
        promise.resident or "",
        promise.owned_by or "",
        names.get(promise.contractor, ""),
        promise.first_due_on,
        promise.due_on,
        say(promise.stands(today), language()),
        promise.done_on or promise.ended_on or "",
        promise.times_not_done,
        promise.appointments_missed,
    )
