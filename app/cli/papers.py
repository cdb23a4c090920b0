"""Reports as files that people read: one page of HTML that needs nothing beside it, or a PDF."""

from __future__ import annotations

from flask import current_app

from app.adapters import papers
from app.domain.figures.papers import Paper

FORMATS = ("html", "pdf")


def file_of(paper: Paper, to_format: str) -> bytes:
    """Return a report in one of the formats."""
    return papers.pdf(paper) if to_format == "pdf" else papers.html(paper, current_app.jinja_env.get_template)
