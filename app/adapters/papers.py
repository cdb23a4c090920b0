"""A report as a file: a page of HTML, or a PDF to be read aloud that is the same everywhere (docs/decisions/26)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst

from app.adapters.charts import svg
from app.domain.figures.papers import Paper, Shown
from app.domain.figures.sections import Section

TEMPLATES = Path(__file__).parent.parent / "templates" / "reports"
FONTS = ("fontpkg_atkinson_hyperlegible", "fontpkg_ibm_plex_sans_arabic")
BRITISH = "gb"
MOST_KEPT = 8
"""PDFs that a process keeps: anybody may ask for that of a published report, and each costs a second to draw."""
PDF = "application/pdf"


def pdf(paper: Paper) -> bytes:
    """Return a report as a PDF of PDF/UA-1. Its words go in as data alone: none of them is ever markup.

    A letter that our fonts lack, like a smiley, breaks that standard, and not the report: it is drawn as a box.
    """
    words = json.dumps(_plain(paper))
    try:
        return _drawn(words, "ua-1")
    except typst.TypstError:
        return _drawn(words, "1.7")


def html(paper: Paper, template: Callable[[str], Any]) -> bytes:
    """Return a report as one page that needs nothing beside it, and nothing of what pages share: it is a file."""
    page: str = template("reports/paper.html").render(paper=paper)
    return page.encode()


@lru_cache(maxsize=MOST_KEPT)
def _drawn(words: str, standard: Literal["ua-1", "1.7"]) -> bytes:
    made: bytes = typst.compile(
        str(TEMPLATES / "paper.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": words},
        pdf_standards=standard,
        timestamp=0,
    )
    return made


@cache
def _fonts() -> list[str]:
    return [str(files(package) / "files") for package in FONTS]


def _plain(paper: Paper) -> dict[str, Any]:
    language, _, _ = paper.language.partition("-")
    return {
        "title": paper.title,
        "by": paper.by,
        "of": paper.of,
        "language": language,
        "region": BRITISH,
        "is_rtl": paper.is_rtl,
        "chapters": [
            {"title": each.title, "words": each.words, "shown": [_shown(one) for one in each.shown]}
            for each in paper.chapters
        ],
    }


def _shown(shown: Shown) -> dict[str, Any]:
    return {"section": _section(shown.section), "beside": [asdict(each) for each in shown.beside]}


def _section(section: Section) -> dict[str, Any]:
    table = section.table
    return {
        "title": section.title,
        "scope": section.scope,
        "gap": section.gap,
        "note": section.note,
        "drafted": section.drafted,
        "table": table
        and {
            "heads": table.heads,
            "lines": [
                {
                    "head": line.head,
                    "figures": [{"said": each.said, "is_words": each.is_words} for each in line.figures],
                    "is_total": line.is_total,
                }
                for line in table.lines
            ],
        },
        "chart": section.chart
        and {
            "svg": svg(section.chart, name="chart"),
            "alt": f"{section.chart.title}. {section.chart.description}",
        },
    }
