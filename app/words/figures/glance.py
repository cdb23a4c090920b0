"""The figures of a period at a glance: the short tables that staff look at, every count told apart by stage (8.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.domain.figures.documents import Document
from app.domain.figures.sections import Figure, Line, Section, Table
from app.words.catalogues import N_
from app.words.figures import measures
from app.words.figures.presented import picked, sections
from app.words.figures.voices import STAGES, Voice

LATE = "acknowledgements.late"
"""What a document leaves to be told from those due and those in time."""
ALWAYS = frozenset({"received", "responses_due", "responded", "open"})
"""Lines that stand even where both stages have none; others are left out then."""
BREAKDOWNS = "breakdowns."
OF_A_REPORT = ("days", "relative_to_homes", "tsm.", "targets", BREAKDOWNS)
"""Sections of a report whose tables stand here as they are; what needs homes or targets, only where they are stated."""
ONLY_STATED = ("relative_to_homes", "tsm.", "targets")
FIGURE = N_("Figure")


def tables(document: Document, language: str) -> tuple[Section, ...]:
    """Return a section for each group of figures, then those of a report; without the period before, and shares."""
    voice = Voice(document | {"previous": None}, language)
    of_report = picked(sections(voice.document, language), OF_A_REPORT)
    shown = (each for each in of_report if each.table is not None or not each.key.startswith(ONLY_STATED))
    return (*_groups(voice), *map(_narrow, shown))


def _narrow(section: Section) -> Section:
    """Return a breakdown without its last column, the shares: a name and three numbers fit on a phone."""
    table = section.table
    if table is None or not section.key.startswith(BREAKDOWNS):
        return section
    lines = tuple(replace(line, figures=line.figures[:-1]) for line in table.lines)
    return replace(section, table=replace(table, heads=table.heads[:-1], lines=lines))


def _groups(voice: Voice) -> Iterator[Section]:
    for group, title in measures.SECTIONS.items():
        names = [name for name in measures.MEASURES if _group(name) == group]
        lines = tuple(_line(voice, name) for name in names if _shown(voice.document, name))
        said = voice.gettext(title)
        heads = (voice.gettext(FIGURE), *map(voice.stage, STAGES))
        yield Section(f"glance.{group or 'counts'}", said, "", table=Table(said, heads, lines) if lines else None)


def count(document: Document, stage: str, name: str) -> int | None:
    """Return a figure of a stage by its name; None where it is unknown."""
    found: Any = document["stages"][stage]
    if name == LATE:
        due, in_time = (found["acknowledgements"][part] for part in ("due", "in_time"))
        return None if due is None else int(due - in_time)
    for part in name.split("."):
        found = found[part]
    return None if found is None else int(found)


def _group(name: str) -> str:
    group, _, rest = name.partition(".")
    return group if rest else ""


def _shown(document: Document, name: str) -> bool:
    return name in ALWAYS or any(count(document, stage, name) != 0 for stage in STAGES)


def _line(voice: Voice, name: str) -> Line:
    counts = {stage: count(voice.document, stage, name) for stage in STAGES}
    figures: Iterator[Figure] = (voice.figure(counts[stage], stage=stage, measure=name) for stage in STAGES)
    return Line(voice.gettext(measures.MEASURES[name]), tuple(figures))
