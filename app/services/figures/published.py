"""The annual reports that everybody may read: each as it was signed, with the governing body's response (8.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import Part, Place, Stage, Use
from app.domain.figures.periods import Basis, Period
from app.domain.figures.sections import Section
from app.services.figures import editions
from app.services.figures.edition_words import sections
from app.store.figures import editions as store
from app.store.figures.editions import EditionLine


@dataclass(frozen=True, slots=True)
class Shown:
    """A section of figures, and what the landlord says beside it; empty: nothing."""

    section: Section
    analysis: str
    learning: str


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An annual report as everybody reads it.

    `slug` is its year in an address; `version` its number among the editions of that year that were published, from 1.
    `stage` says whether it stands, was replaced or was withdrawn (and why). A name may have been erased in its time.
    """

    number: int
    slug: str
    version: int
    versions: int
    stage: Stage
    period: Period
    basis: Basis
    document: Document
    parts: tuple[tuple[Part, str], ...]
    shown: tuple[Shown, ...]
    signed_by: str
    signed_as: str
    signed_on: date
    board_name: str
    board_on: date
    board_words: str
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
    if not 1 <= at <= len(lines):
        return None
    found = editions.find(session, lines[at - 1].id)
    return None if found is None else as_published(found, at, len(lines))


def as_published(found: editions.Found, version: int, versions: int) -> PublishedEdition | None:
    """Return an edition as everybody reads it; None for one that was never signed, answered and published."""
    one = found.edition
    signature, response = one.signature, one.response
    if signature is None or response is None or one.published_on is None:
        return None
    return PublishedEdition(
        number=one.number,
        slug=one.slug,
        version=version,
        versions=versions,
        stage=one.stage,
        period=one.period,
        basis=one.basis,
        document=found.document,
        parts=parts(found),
        shown=shown(found),
        signed_by=found.said(signature.name),
        signed_as=found.said(signature.role),
        signed_on=signature.on,
        board_name=found.said(response.name),
        board_on=response.on,
        board_words=found.said(response.words),
        published_on=one.published_on,
        withdrawn_on=one.withdrawn_on,
        withdrawn_why=found.said(one.withdrawn_why),
    )


def parts(found: editions.Found) -> tuple[tuple[Part, str], ...]:
    """Return the six parts of an edition, each with what it says now."""
    return tuple((part, found.stands(Place(Use.PART, part.value))) for part in Part)


def shown(found: editions.Found) -> tuple[Shown, ...]:
    """Return the sections of an edition, each with what is said beside it now."""
    return tuple(
        Shown(each, *(found.stands(Place(use, each.key)) for use in (Use.ANALYSIS, Use.LEARNING)))
        for each in sections(found.document)
    )
