"""The annual reports that everybody may read: each as it was signed, with the governing body's response (8.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import Edition, Stage
from app.domain.figures.editions import OVER
from app.domain.figures.own_tables import Own
from app.domain.figures.papers import Chapter, Paper
from app.domain.figures.periods import Basis, Period
from app.domain.landlord.landlord import ENGLISH
from app.services.figures import editions
from app.services.figures.editions import Found
from app.services.landlord import landlord
from app.store.figures import editions as store
from app.store.figures.editions import EditionLine
from app.words.figures.edition_papers import annual, in_parts, numbered, responded, signed


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An annual report as everybody reads it: `paper` is all of it, `document` the figures behind it.

    `tables` are those of our own. `slug` is its year in an address; `version` its number among the editions of that
    year that were published, from 1. `stage` says whether it stands, was replaced or was withdrawn (and why).
    """

    number: int
    slug: str
    version: int
    versions: int
    stage: Stage
    period: Period
    basis: Basis
    document: Document
    tables: tuple[Own, ...]
    paper: Paper
    published_on: date
    withdrawn_on: date | None
    withdrawn_why: str


def published(session: Session) -> list[EditionLine]:
    """Return a line for every edition that was ever published: the latest year first, within it the latest edition."""
    return store.published(session)


def edition(session: Session, slug: str, version: int | None = None) -> PublishedEdition | None:
    """Return the report of a year: the edition published last, or one before it by its version; None for none."""
    lines = store.published(session, slug)[::-1]
    at = len(lines) if version is None else version
    found = editions.find(session, lines[at - 1].id) if 1 <= at <= len(lines) else None
    if found is None or found.edition.published_on is None:
        return None
    one = found.edition
    return PublishedEdition(
        number=one.number,
        slug=one.slug,
        version=at,
        versions=len(lines),
        stage=one.stage,
        period=one.period,
        basis=one.basis,
        document=found.document,
        tables=found.tables,
        paper=paper(session, found),
        published_on=found.edition.published_on,
        withdrawn_on=one.withdrawn_on,
        withdrawn_why=found.said(one.withdrawn_why),
    )


def paper(session: Session, found: Found) -> Paper:
    """Return an edition as it is read now, whether it is published or not."""
    name, number = landlord.current(session).name, number_of(session, found.edition)
    beside = in_parts(found.document, ENGLISH, found.lessons, found.tables)
    whole = annual(found.document, name, ENGLISH, found.stands, beside, _ends(found))
    return whole if number is None or number == 1 else replace(whole, of=(numbered(number, ENGLISH), *whole.of))


def number_of(session: Session, edition: Edition) -> int | None:
    """Return the number of an edition among those of its year, as everybody sees it; None as `numbers` says."""
    return numbers(store.of_year(session, edition.slug)).get(edition.number)


def numbers(lines: Iterable[EditionLine]) -> dict[int, int | None]:
    """Return the number of each edition among those of its year that were published, from 1, by that of the record.

    One that is not published yet has the next. One that was withdrawn before it was published has None.
    """
    found: dict[int, int | None] = {}
    published_of: dict[str, int] = {}
    for each in sorted(lines, key=lambda line: line.id):
        so_far = published_of.get(each.slug, 0)
        if each.published_on is not None:
            published_of[each.slug] = so_far + 1
        gone = each.published_on is None and Stage(each.stage) in OVER
        found[each.id] = None if gone else so_far + 1
    return found


def _ends(found: Found) -> Iterator[Chapter]:
    signature, response = found.edition.signature, found.edition.response
    if signature is not None:
        yield signed(found.said(signature.name), found.said(signature.role), signature.on, ENGLISH)
    if response is not None:
        yield responded(found.said(response.name), response.on, found.said(response.words), ENGLISH)
