"""What happens to an edition of the annual report, and how it stands after all of that (8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from app.domain.figures.edition_states import (
    BoardResponse,
    Edition,
    EditionKind,
    Frozen,
    LessonKept,
    Paragraph,
    Place,
    Signature,
)
from app.domain.figures.periods import Basis, Period
from app.domain.record import kinds
from app.domain.said import Said


@dataclass(frozen=True, slots=True)
class EditionBegun:
    """Somebody began the report of a year; `replaces` is the published edition of that year which it puts right."""

    edition: int
    kind: EditionKind
    first: date
    last: date
    basis: Basis
    replaces: int | None
    figures: Frozen


@dataclass(frozen=True, slots=True)
class EditionRecounted:
    """Its figures were counted anew."""

    figures: Frozen


@dataclass(frozen=True, slots=True)
class EditionParagraphWritten:
    """A paragraph was written, or written anew."""

    place: Place
    words: Said


@dataclass(frozen=True, slots=True)
class EditionParagraphCarried:
    """A paragraph was taken over from the edition that this one puts right; `beside` is the hash of its figures."""

    place: Place
    words: Said
    beside: str


@dataclass(frozen=True, slots=True)
class EditionWordsHeld:
    """Somebody read what was written beside other figures, and said that it holds beside those that are here now."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class EditionLessonsKept:
    """What the register of improvements told of its year was kept as it stood, to be signed with it (8.1 d)."""

    lessons: tuple[LessonKept, ...]


@dataclass(frozen=True, slots=True)
class EditionSigned:
    """Somebody signed its figures and its words off, by name and by what they are."""

    name: Said
    role: Said
    on: date


@dataclass(frozen=True, slots=True)
class BoardResponded:
    """The governing body's response to it was put beside it; `on` is the day the body gave it."""

    name: Said
    on: date
    words: Said


@dataclass(frozen=True, slots=True)
class EditionPublished:
    """It went public, with the response beside it."""

    on: date


@dataclass(frozen=True, slots=True)
class EditionReplaced:
    """Another edition of the same year was published in its place."""

    by: int


@dataclass(frozen=True, slots=True)
class EditionWithdrawn:
    """It was taken back; `why` is None for one that nobody had signed."""

    on: date
    why: Said | None


Event = (
    EditionBegun
    | EditionRecounted
    | EditionParagraphWritten
    | EditionParagraphCarried
    | EditionWordsHeld
    | EditionLessonsKept
    | EditionSigned
    | BoardResponded
    | EditionPublished
    | EditionReplaced
    | EditionWithdrawn
)
KINDS = kinds(
    EditionBegun,
    EditionRecounted,
    EditionParagraphWritten,
    EditionParagraphCarried,
    EditionWordsHeld,
    EditionLessonsKept,
    EditionSigned,
    BoardResponded,
    EditionPublished,
    EditionReplaced,
    EditionWithdrawn,
)


def fold(events: Iterable[Event]) -> Edition:
    """Return the edition after all these events, whatever they are."""
    edition = Edition()
    for event in events:
        edition = apply(edition, event)
    return edition


def apply(edition: Edition, event: Event) -> Edition:
    """Return the edition after the event."""
    match event:
        case EditionBegun(number, kind, first, last, basis, before, figures):
            return Edition(number, kind, Period(first, last), basis, before, figures)
        case EditionRecounted(figures):
            return replace(edition, figures=figures)
        case EditionParagraphWritten() | EditionParagraphCarried() | EditionWordsHeld():
            return replace(edition, paragraphs=_paragraphs(edition, event))
        case EditionLessonsKept(lessons):
            return replace(edition, lessons=lessons)
        case EditionSigned(name, role, on):
            return replace(edition, signature=Signature(name, role, on))
        case BoardResponded(name, on, words):
            return replace(edition, response=BoardResponse(name, on, words))
        case EditionPublished(on):
            return replace(edition, published_on=on)
        case EditionReplaced(by):
            return replace(edition, replaced_by=by)
        case EditionWithdrawn(on, why):
            return replace(edition, withdrawn_on=on, withdrawn_why=why)
        case _:
            assert_never(event)


def _paragraphs(
    edition: Edition, event: EditionParagraphWritten | EditionParagraphCarried | EditionWordsHeld
) -> tuple[Paragraph, ...]:
    match event:
        case EditionParagraphWritten(place, words):
            return edition.with_version(place, words, edition.counted)
        case EditionParagraphCarried(place, words, beside):
            return edition.with_version(place, words, beside)
        case EditionWordsHeld(places):
            return edition.holding(places)
