"""Intake: whatever came by any way and nobody has sorted yet, the oldest first (6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.db import reading
from app.domain.case.kinds import Kind
from app.domain.case.vocabulary import Channel
from app.domain.clock.calendar import Calendar
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case import intake
from app.services.case.intake import View
from app.store.case.intake import IntakeLine
from app.web import landlord, pages
from app.web.languages import language
from app.web.page import page
from app.web.staff.case.flags import Flags, flags
from app.web.staff.clock.dates import Due, due
from app.web.staff.guards import guarded, may, me
from app.words.dates import short_with_year
from app.words.say import say

bp = guarded(
    Blueprint("intake", __name__, url_prefix="/intake"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)
VIEWS = {
    View.UNSORTED: _l("Not sorted yet"),
    View.SAID_NO: _l("Offered a complaint, said no"),
}


class Line(NamedTuple):
    """One case that waits, said."""

    reference: str
    address: str
    kind: str
    received: str
    channel: str
    resident: str
    due: Due | None
    flags: Flags
    handler: str


@bp.get("")
def index() -> ResponseReturnValue:
    view = next((each for each in View if each.value == request.args.get("view")), View.UNSORTED)
    with reading() as session:
        found = intake.find(session, me(), view, pages.place(pages.day, pages.number), landlord.current())
    return page(
        "staff/intake/index.html",
        views=VIEWS,
        view=view,
        waiting=found.waiting,
        rows=_rows(found.page.lines, view, found.calendar),
        links=pages.links(found.page),
    )


def _rows(lines: Sequence[IntakeLine], view: View, calendar: Calendar) -> list[Line]:
    spoken, today = language(), london_day(now())
    nameless, nobody = gettext("No name given"), gettext("Nobody yet")
    sorts = may(Permission.LOG_COMPLAINTS) and view is View.UNSORTED
    endpoint = "staff.triage.new" if sorts else "staff.complaints.show"
    return [
        Line(
            line.reference,
            url_for(endpoint, reference=line.reference),
            say(Kind(line.kind), spoken),
            short_with_year(line.since, spoken),
            say(Channel(line.channel), spoken),
            line.resident or nameless,
            due(line.due_on, today, calendar) if line.due_on else None,
            flags(line.flags, line.language),
            line.handler or nobody,
        )
        for line in lines
    ]
