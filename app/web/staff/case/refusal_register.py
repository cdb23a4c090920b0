"""The register of what was not accepted: on a page, and as a file for a spreadsheet (2.1, 8.1, S15)."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.db import reading, writing
from app.domain.case.not_accepted import OverturnedBy, RefusalStanding
from app.domain.clock.profiles import Ground
from app.domain.landlord.permissions import Permission
from app.services.case import refusal_register
from app.store.case.refusals import RefusalLine
from app.web import pages
from app.web.deed import deed
from app.web.languages import language
from app.web.page import page
from app.web.spreadsheets import spreadsheet
from app.web.staff.guards import guarded, may, me
from app.words.dates import short_with_year
from app.words.say import say

bp = guarded(
    Blueprint("refusal_register", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.PROPOSE_REFUSALS,
)
KEY = (pages.number, pages.number)
VIEWS = {
    "": _l("Every one"),
    "proposed": _l("To decide"),
    "standing": _l("Standing"),
    "overturned": _l("Overturned"),
}
HEADS = (
    _l("Complaint"),
    _l("Number"),
    _l("Received"),
    _l("Stage"),
    _l("Ground"),
    _l("How much"),
    _l("How it stands"),
    _l("Proposed by"),
    _l("Decided by"),
    _l("Letter went"),
    _l("Overturned by"),
    _l("Told on"),
    _l("The Ombudsman’s date"),
)
"""Of the columns of the file."""
TONES = {RefusalStanding.PROPOSED: "soon", RefusalStanding.WRITTEN: "soon", RefusalStanding.OVERTURNED: "late"}


class Line(NamedTuple):
    """One refusal, said."""

    reference: str
    number: int
    ground: str
    much: str
    standing: str
    tone: str
    decided_by: str
    sent_on: str


@bp.get("/refusals")
def index() -> ResponseReturnValue:
    view = _view()
    with reading() as session:
        found = refusal_register.lines(session, me(), view, pages.place(*KEY))
    return page(
        "staff/refusals/index.html",
        views=VIEWS,
        view=view,
        rows=[_row(each) for each in found.lines],
        links=pages.links(found),
        may_open=may(Permission.PROPOSE_REFUSALS),
    )


@bp.get("/refusals.csv")
def download() -> ResponseReturnValue:
    """Give the register as a file for a spreadsheet; each case in it is noted as taken away."""
    with writing() as session:
        found = refusal_register.take_away(session, me(), _view(), deed())
    return spreadsheet("refusals", HEADS, map(_cells, found))


def _view() -> str:
    asked = request.args.get("view", "")
    return asked if asked in refusal_register.VIEWS else ""


def _row(line: RefusalLine) -> Line:
    standing = RefusalStanding(line.standing)
    return Line(
        line.reference,
        line.number,
        say(Ground(line.ground), language()),
        _much(line),
        say(standing, language()),
        TONES.get(standing, "quiet"),
        line.decided_by or "",
        short_with_year(line.sent_on, language()) if line.sent_on else "",
    )


def _much(line: RefusalLine) -> str:
    much = gettext("All of it") if line.whole else gettext("A part of it")
    return gettext("%(much)s, Stage %(number)s", much=much, number=line.stage)


def _cells(line: RefusalLine) -> tuple[object, ...]:
    return (
        line.reference,
        line.number,
        line.received_on,
        line.stage,
        say(Ground(line.ground), language()),
        gettext("All of it") if line.whole else gettext("A part of it"),
        say(RefusalStanding(line.standing), language()),
        line.proposed_by or "",
        line.decided_by or "",
        line.sent_on or "",
        say(OverturnedBy(line.overturned_by), language()) if line.overturned_by else "",
        line.told_on or "",
        line.instructed_by or "",
    )
