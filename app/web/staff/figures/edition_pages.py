"""What the pages of an annual report share: the edition itself, what it is called, and how it is drawn (8.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from flask import abort
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug import Response

from app.db import reading
from app.domain.changed import Changed
from app.domain.figures import own_sums, own_tables
from app.domain.figures.edition_states import MISSING, PARTS, Part, Place, Stage, Use
from app.domain.figures.own_tables import Own
from app.domain.figures.papers import Chapter
from app.domain.figures.sections import Section
from app.domain.landlord.landlord import ENGLISH
from app.domain.landlord.permissions import Permission
from app.domain.reasons import Reason
from app.services.figures import editions, published
from app.services.figures.edition_words import sections
from app.services.figures.editions import Found
from app.web.forms import Form
from app.web.languages import language, phrases
from app.web.page import page
from app.web.staff.figures.asked import address_of, behind
from app.web.staff.guards import may
from app.words.catalogues import catalogue
from app.words.dates import without_weekday
from app.words.figures.edition_papers import responded, signed
from app.words.figures.editions import ASKED, ASKED_BESIDE
from app.words.figures.faults import fault_said
from app.words.figures.own_tables import own_fault_said
from app.words.figures.periods import called
from app.words.figures.shown import lessons as learnt
from app.words.figures.shown.gaps import is_listed, listed
from app.words.figures.voices import Voice
from app.words.say import say

FILES = {
    "pdf": _l("The whole as PDF"),
    "html": _l("The whole as HTML"),
    "ods": _l("Figures as ODS"),
    "xlsx": _l("Figures as XLSX"),
    "csv": _l("Figures as CSV"),
}
PLACES: Mapping[Reason, Place] = {why: Place(Use.PART, part.value) for part, why in MISSING.items()}
"""Where to write what is missing."""


class Text(NamedTuple):
    """A paragraph as it stands: where, what it is called, what it says, and whether that is our own draft.

    `is_old`: it was written beside other figures, and nobody read it since.
    """

    place: Place
    title: str
    words: str
    is_draft: bool
    is_old: bool


class Beside(NamedTuple):
    """A section of figures, with what is written beside it."""

    section: Section
    texts: tuple[Text, ...]


def found(number: int) -> Found:
    """Return an edition; 404 where there is none."""
    with reading() as session:
        return editions.find(session, number) or abort(404)


def title(edition: Found) -> str:
    """Return what an edition is called: the first of its year has no need of its number."""
    year = called(edition.edition.period, language())
    with reading() as session:
        number = published.number_of(session, edition.edition)
    if number is None or number == 1:
        return gettext("Annual complaints report %(year)s", year=year)
    return gettext("Annual complaints report %(year)s, edition %(number)s", year=year, number=number)


def shared(edition: Found) -> dict[str, Any]:
    """Return what every page of an edition says of it."""
    return {
        "found": edition,
        "edition": edition.edition,
        "title": title(edition),
        "stage": say(edition.edition.stage, language()),
        "signed": _signed(edition),
        "response": _response(edition),
        "on": _on,
        **phrases(),
    }


def drawn(edition: Found) -> dict[str, Any]:
    """Return the whole of an edition: its parts, and its figures with what is written beside them."""
    rows = [Beside(each, tuple(_beside(edition, each))) for each in sections(edition.document)]
    alone = [row for row in rows if is_alone(edition, row)]
    return shared(edition) | {
        "parts": [text(edition, place, _part(place)) for place in PARTS],
        "lessons": {Place(Use.PART, Part.IMPROVEMENTS.value): _lessons(edition)},
        "tables": [(own, own_tables.section(own)) for own in edition.tables],
        "address": behind(address_of(edition.edition.period, edition.edition.basis), says=True),
        "gone": taken_out(edition),
        "rows": [row for row in rows if row not in alone],
        "alone": alone,
        "left_out": listed(Voice(edition.document, ENGLISH), (row.section for row in alone)) if alone else (),
    }


def is_alone(edition: Found, row: Beside) -> bool:
    """Return whether there is nothing to a section but why it is left out, and nobody wrote of it."""
    return is_listed(Voice(edition.document, ENGLISH), row.section) and not any(each.words for each in row.texts)


def taken_out(edition: Found) -> tuple[Own, ...]:
    """Return the tables of our own that were taken out, and can be brought back while it is being written."""
    if edition.edition.stage is not Stage.BEING_WRITTEN:
        return ()
    return own_tables.taken_out(
        {each.place: [one.text for one in edition.written(each.place)] for each in edition.edition.paragraphs}
    )


def standing(edition: Found) -> dict[str, Any]:
    """Return what still stops an edition from being signed, and what whoever looks at it may do with it."""
    is_written = edition.edition.stage is Stage.BEING_WRITTEN
    return {
        "stops": [(say(gap.why, language()), PLACES.get(gap.why)) for gap in edition.unfit] if is_written else [],
        "old": [(place, titled(edition, place)) for place in edition.written_before] if is_written else [],
        "faults": _faults(edition) if is_written else [],
        "may_write": is_written and may(Permission.WRITE_REPORTS),
        "may_sign": is_written and may(Permission.SIGN_REPORTS),
        "may_publish": edition.edition.stage is Stage.SIGNED and may(Permission.PUBLISH_REPORTS),
        "may_replace": edition.edition.stage is Stage.PUBLISHED and may(Permission.WRITE_REPORTS),
        "may_withdraw": edition.edition.stage not in (Stage.REPLACED, Stage.WITHDRAWN)
        and may(Permission.PUBLISH_REPORTS),
    }


def draw(number: int, form: Form | None = None, status: int = 200) -> Response:
    """Draw an edition on its way; `form` is a button of its page that was refused."""
    edition = found(number)
    return page(
        "staff/editions/show.html", status=status, form=form, files=FILES, **drawn(edition), **standing(edition)
    )


def look_again(changed: Changed) -> str:
    """Return what somebody is told who pressed a button beside what another changed."""
    return gettext("Somebody changed this meanwhile: look at it again first.")


def text(edition: Found, place: Place, called_so: str) -> Text:
    """Return a paragraph as it stands."""
    words = edition.stands(place)
    is_draft = bool(words) and not edition.edition.versions(place)
    return Text(place, called_so, words, is_draft, is_old(edition, place))


def is_old(edition: Found, place: Place) -> bool:
    """Return whether it waits to be read beside the figures of today before anybody signs."""
    return edition.edition.stage is Stage.BEING_WRITTEN and place in edition.written_before


def titled(edition: Found, place: Place) -> str:
    """Return what a paragraph of an edition is called; 404 for one that it does not have."""
    if place in PARTS:
        return _part(place)
    section = section_of(edition, place)
    if place.use in (Use.PART, Use.TABLE) or section is None:
        abort(404)
    return gettext("%(section)s: %(use)s", section=section.title, use=say(place.use, language()).lower())


def section_of(edition: Found, place: Place) -> Section | None:
    """Return the section that a paragraph stands beside, None for one of the six parts."""
    return next((each for each in sections(edition.document) if each.key == place.of), None)


def asked(place: Place) -> str:
    """Return what the Code asks of a paragraph."""
    words = ASKED[Part(place.of)] if place in PARTS else ASKED_BESIDE[place.use]
    return catalogue(language()).gettext(words)


def meanwhile(changed: Changed) -> str:
    """Return what somebody is told whose words met those of another."""
    return gettext("Somebody changed this meanwhile. Your words are still here: look, then send them again.")


def _signed(edition: Found) -> Chapter | None:
    by = edition.edition.signature
    return signed(edition.said(by.name), edition.said(by.role), by.on, language()) if by else None


def _response(edition: Found) -> Chapter | None:
    given = edition.edition.response
    said = edition.said
    return responded(said(given.name), given.on, said(given.words), language()) if given else None


def _lessons(edition: Found) -> tuple[Section, ...]:
    return learnt.sections(Voice(edition.document, ENGLISH), edition.lessons) if edition.document else ()


def _faults(edition: Found) -> list[str]:
    ours = own_sums.of_words(edition.words)
    return [
        *(fault_said(fault, language()) for fault in edition.faults),
        *(own_fault_said(fault, language()) for fault in ours),
    ]


def _part(place: Place) -> str:
    return say(Part(place.of), language())


def _beside(edition: Found, section: Section) -> Iterator[Text]:
    for use in (Use.ANALYSIS, Use.LEARNING):
        yield text(edition, Place(use, section.key), say(use, language()))


def _on(day: date) -> str:
    return without_weekday(day, language())
