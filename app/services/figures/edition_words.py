"""What an edition says of its figures by itself: its sections, and the sentences that an analysis begins with."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import PARTS, Place, Use
from app.domain.figures.sections import Section
from app.domain.landlord.landlord import ENGLISH
from app.words.figures.presented import sections as shown


def sections(document: Document) -> tuple[Section, ...]:
    """Return all that a document shows; none of one that is lost."""
    return shown(document, ENGLISH) if document else ()


def drafts(document: Document) -> Mapping[Place, str]:
    """Return what the analysis of each section says until somebody writes their own."""
    drafted = ((Place(Use.ANALYSIS, each.key), " ".join(each.drafted)) for each in sections(document))
    return {place: text for place, text in drafted if text}


def places(document: Document) -> tuple[Place, ...]:
    """Return every place of an edition that somebody may write at: the six parts, and two beside each section."""
    beside = (Place(use, each.key) for each in sections(document) for use in (Use.ANALYSIS, Use.LEARNING))
    return (*PARTS, *beside)
