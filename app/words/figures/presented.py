"""A whole report in words: every section that a document can answer, in the order in which it is read (8.1, 12.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from app.domain.figures.documents import Document
from app.domain.figures.sections import Section
from app.words.catalogues import N_
from app.words.figures import scopes
from app.words.figures.shown import (
    dimensions,
    flows,
    homes,
    kinds,
    outcomes,
    people,
    profiles,
    stated,
    timeliness,
    volumes,
    weeks,
)
from app.words.figures.shown.gaps import left_out
from app.words.figures.voices import Voice

NO_RECORDS = {
    "ombudsman": N_("Cases at the Ombudsman"),
    "contact_demand": N_("How often people get in touch"),
    "reasons_for_dissatisfaction": N_("Why people are dissatisfied"),
}
"""What landlords publish of which a document may say that no records are kept."""


def sections(document: Document, language: str) -> tuple[Section, ...]:
    """Return every section of a document; one that nobody kept says so, and has no figures."""
    voice = Voice(document, language)
    of_groups = (volumes, weeks, stated, outcomes, timeliness, flows, dimensions, people, profiles, homes, kinds)
    return (*(section for group in of_groups for section in group.sections(voice)), *_no_records(voice))


def picked(found: Sequence[Section], keys: Collection[str]) -> tuple[Section, ...]:
    """Return those of these keys, in the order of the keys; one that ends in a dot stands for all that begin so."""
    return tuple(
        section
        for key in keys
        for section in found
        if section.key == key or (key.endswith(".") and section.key.startswith(key))
    )


def _no_records(voice: Voice) -> Iterator[Section]:
    noted = {each["measure"] for each in voice.document["notes"]}
    for key, words in NO_RECORDS.items():
        if key in noted:
            yield left_out(voice, key, voice.gettext(words), scopes.of(voice, scopes.CASES))
