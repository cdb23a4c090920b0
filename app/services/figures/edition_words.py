"""What an edition says of its figures by itself: its sections, and the sentences that an analysis begins with."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import Part, Place, Use
from app.domain.figures.sections import Section
from app.domain.landlord.landlord import ENGLISH
from app.words.figures.for_everybody import report as shown

OF_THE_WHOLE = ("volumes", "on_time", "outcomes.1", "outcomes.2", "refusals")
"""The sections whose sentences part b begins with: what was not accepted is among them (8.1 b)."""


def sections(document: Document) -> tuple[Section, ...]:
    """Return all that a document shows, as it will be published; none of one that is lost."""
    return shown(document, ENGLISH) if document else ()


def drafts(document: Document) -> Mapping[Place, str]:
    """Return what the analysis of each section says until somebody writes their own, and how that of all may begin."""
    found = {each.key: " ".join(each.drafted) for each in sections(document)}
    beside = {Place(Use.ANALYSIS, key): text for key, text in found.items() if text}
    whole = "\n\n".join(text for key in OF_THE_WHOLE if (text := found.get(key)))
    return beside | ({Place(Use.PART, Part.ANALYSIS.value): whole} if whole else {})
