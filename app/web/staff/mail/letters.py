"""Letters that were written and have not gone: to post, to ring about, or to find a safe way for (ruling 8)."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.db import reading
from app.domain.clock.calendar import Calendar
from app.domain.clock.duty_kinds import TOLD_BY, DutyKind
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.domain.mail.notices import Notice
from app.now import now
from app.services.clock import duties
from app.services.mail import postings
from app.store.mail.letters import ToGo
from app.web import landlord, pages
from app.web.languages import language
from app.web.page import page
from app.web.staff.case.flags import Flags, flags
from app.web.staff.clock.dates import Due, due
from app.web.staff.guards import guarded, me
from app.words.say import say

bp = guarded(
    Blueprint("letters", __name__, url_prefix="/letters"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.POST_LETTERS,
)
KINDS = {kind.value: kind for kind in TOLD_BY.values()}
VIEWS = {
    "": _l("All of them"),
    DutyKind.POST_LETTER.value: _l("To post"),
    DutyKind.TELL_BY_PHONE.value: _l("To ring about"),
    DutyKind.TELL_BY_TEXT.value: _l("To text about"),
    DutyKind.FIND_SAFE_WAY.value: _l("No safe way known"),
}
KEY = (pages.day, pages.number, pages.number, str, pages.number, pages.number)


class Line(NamedTuple):
    """One letter that waits, said."""

    reference: str
    number: int
    letter: str
    name: str
    duty: str
    due: Due
    flags: Flags
    holder: str


@bp.get("")
def index() -> ResponseReturnValue:
    wanted = KINDS.get(request.args.get("kind", ""))
    with reading() as session:
        found = postings.to_go(session, me(), wanted, pages.place(*KEY))
        calendar = duties.calendar(session, landlord.current())
    return page(
        "staff/letters/index.html",
        views=VIEWS,
        view=wanted.value if wanted else "",
        rows=[_row(each, calendar) for each in found.lines],
        links=pages.links(found),
    )


def _row(letter: ToGo, calendar: Calendar) -> Line:
    return Line(
        letter.reference,
        letter.number,
        say(Notice(letter.notice), language()),
        letter.name or gettext("No name given"),
        say(DutyKind(letter.kind), language()),
        due(letter.due_on, london_day(now()), calendar),
        flags(letter.flags, letter.language),
        letter.holder or gettext("Nobody yet"),
    )
