"""What a report shows of volumes, in words (8.1)."""

from __future__ import annotations

from app.domain.figures.documents import Document
from app.domain.figures.sections import Figure, Line, Section, Table
from app.words.catalogues import catalogue


def sections(document: Document, language: str) -> tuple[Section, ...]:
    """Return the sections of a document."""
    gettext = catalogue(language).gettext
    stages = document["stages"]
    table = Table(
        gettext("Complaints received, by stage"),
        (gettext("Stage"), gettext("Received")),
        tuple(Line(gettext("Stage %s") % number, (Figure(str(of["received"])),)) for number, of in stages.items()),
    )
    said = gettext("We received %s complaints at Stage 1.") % stages["1"]["received"]
    return (Section("volumes", gettext("Complaints received"), "", table, drafted=(said,)),)
