"""Search (S3): by who and where, or by what was written; narrowed by what an address may say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField

from app.db import reading
from app.domain.case.kinds import Kind
from app.domain.case.phases import Phase
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case import search
from app.services.case.saved_filters import Place
from app.services.case.search import Asked
from app.services.landlord import staff
from app.store.pages import Page
from app.store.search import Found
from app.web import landlord, pages
from app.web.languages import language
from app.web.page import page
from app.web.staff.case.filters import CasesForm
from app.web.staff.case.flags import Flags, flags
from app.web.staff.case.holders import Address
from app.web.staff.case.saved_filters import shelf
from app.web.staff.guards import guarded, me
from app.words.dates import short_with_year
from app.words.say import say
from app.words.snippets import Snippet

bp = guarded(
    Blueprint("search", __name__, url_prefix="/search"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
NOTHING: Page[Found] = Page(())


class SearchForm(CasesForm):
    """What to look for."""

    q = StringField(
        _l("Reference, name, phone number, postcode or address"),
        description=_l("The beginning of a word is enough, and several words find less"),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    said = BooleanField(_l("Look in what was written too"))
    late = BooleanField(_l("Only where something is late"))

    def asked(self) -> Asked:
        """Return what to look for; what is not right about it stands beside the questions."""
        narrowed = self.narrowed()
        typed = (self.q.data or "").strip()
        if problem := _problem(typed):
            self.q.errors = [problem]
        return Asked(typed, bool(self.said.data), narrowed, bool(self.late.data))


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
    snippet: Snippet | None
    kind: str


@bp.get("")
def index() -> ResponseReturnValue:
    form, found, snippets = SearchForm(request.args), NOTHING, dict[int, Snippet]()
    with reading() as session:
        form.know(staff.present(session), landlord.current())
        asked = form.asked()
        kept = shelf(session, Place.SEARCH)
        looks = bool(asked.typed or asked.is_narrowed) and not form.errors
        if looks:
            found = search.find(session, me(), asked, pages.place(pages.number), now())
            snippets = search.snippets(session, found, asked.typed) if asked.said and asked.typed else {}
    return page(
        "staff/search/index.html",
        status=422 if form.errors else 200,
        form=form,
        asked=asked,
        looked=looks,
        shelf=kept,
        rows=_rows(found.lines, snippets),
        links=pages.links(found),
    )


def _problem(typed: str) -> str | None:
    if typed and not search.is_enough(typed):
        return gettext("Enter at least 2 letters or numbers")
    if len(typed) > search.LONGEST:
        return gettext("Shorten it to 100 characters or fewer")
    return None


def _rows(lines: Sequence[Found], snippets: Mapping[int, Snippet]) -> list[Line]:
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
            snippets.get(found.case_id),
            say(Kind(found.kind), spoken),
        )
        for found in lines
    ]
