"""Search (S3): by reference, name, postcode or address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from app.db import reading
from app.domain.case.phases import Phase
from app.domain.landlord.permissions import Permission
from app.services.case import search
from app.store.pages import Page
from app.store.search import Found
from app.web import pages
from app.web.forms import Form
from app.web.languages import language
from app.web.page import page
from app.web.staff.case.flags import Flags, flags
from app.web.staff.case.holders import Address
from app.web.staff.guards import guarded, me
from app.words.dates import short_with_year
from app.words.say import say

bp = guarded(
    Blueprint("search", __name__, url_prefix="/search"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
NOTHING: Page[Found] = Page(())


class SearchForm(Form):
    """What to look for."""

    class Meta:
        csrf = False

    q = StringField(
        _l("Reference, name, postcode or address"),
        description=_l("The beginning of a word is enough, and several words find less"),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )


class Line(NamedTuple):
    """One case found, said."""

    reference: str
    address: str
    resident: str
    home: str
    received: str
    stage: int
    phase: str
    flags: Flags
    handler: str


@bp.get("")
def index() -> ResponseReturnValue:
    form = SearchForm(request.args)
    typed = (form.q.data or "").strip()
    problem = _problem(typed)
    if problem:
        form.q.errors = [problem]
    found = NOTHING
    if typed and not problem:
        with reading() as session:
            found = search.find(session, me(), typed, pages.place(pages.number))
    return page(
        "staff/search/index.html",
        status=422 if problem else 200,
        form=form,
        typed=typed,
        rows=_rows(found.lines),
        links=pages.links(found),
    )


def _problem(typed: str) -> str | None:
    if typed and not search.is_enough(typed):
        return gettext("Enter at least 2 letters or numbers")
    if len(typed) > search.LONGEST:
        return gettext("Shorten it to 100 characters or fewer")
    return None


def _rows(lines: Sequence[Found]) -> list[Line]:
    spoken, cases = language(), Address("staff.complaints.show")
    nameless, nobody = gettext("No name given"), gettext("Nobody yet")
    days = {day: short_with_year(day, spoken) for day in {found.received_on for found in lines}}
    return [
        Line(
            found.reference,
            cases.of(found.reference),
            found.resident or nameless,
            ", ".join(filter(None, [*(found.address or "").splitlines(), found.postcode])),
            days[found.received_on],
            found.stage,
            say(Phase(found.phase), spoken),
            flags(found.flags, found.language),
            found.handler or nobody,
        )
        for found in lines
    ]
