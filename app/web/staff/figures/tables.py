"""The figures of a document as the tables of a page, each figure with the address of what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext

from app.domain.figures.breakdowns import OF_STAGE_2_ALONE
from app.store.figures.lists import MEASURES
from app.words.catalogues import catalogue
from app.words.figures import measures

STAGES = ("1", "2")
LATE = "acknowledgements.late"
"""What a document leaves to be told from those due and those in time."""
ALWAYS = frozenset({"received", "responses_due", "responded", "open"})
"""Rows that stand even where both stages have none; others are left out then."""


class Figure(NamedTuple):
    """One figure: what it says, and where the complaints it counts are listed, if it counts any."""

    said: str
    href: str | None = None


class Line(NamedTuple):
    """A line of a table."""

    name: str
    figures: tuple[Figure, ...]


class Table(NamedTuple):
    """A table; no rows: nobody kept it."""

    title: str
    rows: tuple[Line, ...] | None


def of_stages(document: Mapping[str, Any], address: Mapping[str, str], language: str) -> Iterator[Table]:
    """Yield a table for each group of figures, a column for each stage."""
    words = catalogue(language).gettext
    for section, title in measures.SECTIONS.items():
        names = [name for name in measures.MEASURES if _section(name) == section]
        rows = tuple(
            _row(words(measures.MEASURES[name]), name, document, address) for name in names if _shown(name, document)
        )
        yield Table(words(title), rows)
    yield Table(gettext("Working days"), tuple(_days(document)))


def of_dimensions(document: Mapping[str, Any], address: Mapping[str, str], language: str) -> Iterator[Table]:
    """Yield a table for each dimension: a line a label, a column for each stage."""
    words = catalogue(language).gettext
    for dimension, lines in document["breakdowns"].items():
        rows = None if lines is None else tuple(_line(dimension, line, address) for line in lines)
        yield Table(words(measures.DIMENSIONS[dimension]), rows)


def figure(document: Mapping[str, Any], stage: str, name: str) -> int | None:
    """Return a figure of a stage by its name; None where it is unknown."""
    found: Any = document["stages"][stage]
    if name == LATE:
        due, in_time = (found["acknowledgements"][part] for part in ("due", "in_time"))
        return None if due is None else int(due - in_time)
    for part in name.split("."):
        found = found[part]
    return None if found is None else int(found)


def _section(name: str) -> str:
    section, _, rest = name.partition(".")
    return section if rest else ""


def _shown(name: str, document: Mapping[str, Any]) -> bool:
    return name in ALWAYS or any(figure(document, stage, name) != 0 for stage in STAGES)


def _row(said: str, name: str, document: Mapping[str, Any], address: Mapping[str, str]) -> Line:
    counts = ((stage, figure(document, stage, name)) for stage in STAGES)
    return Line(said, tuple(_figure(count, stage, name, address) for stage, count in counts))


def _figure(count: int | None, stage: str, name: str, address: Mapping[str, str], **under: str) -> Figure:
    if count is None:
        return Figure(gettext("Not known"))
    if not count or name not in MEASURES:
        return Figure(f"{count:,}")
    asked: dict[str, Any] = {**address, **under, "stage": stage, "measure": name}
    return Figure(f"{count:,}", url_for("staff.figures.show", **asked))


def _line(dimension: str, line: Mapping[str, Any], address: Mapping[str, str]) -> Line:
    label = line["label"]
    under = {"dimension": dimension} | ({} if label is None else {"label": label})
    stages: Sequence[str] = STAGES[1:] if dimension in OF_STAGE_2_ALONE else STAGES
    counts = tuple(
        _figure(line[f"stage_{stage}"] if stage in stages else 0, stage, "received", address, **under)
        for stage in STAGES
    )
    return Line(gettext("Not known") if label is None else label, (*counts, Figure(f"{line['total']:,}")))


def _days(document: Mapping[str, Any]) -> Iterator[Line]:
    titles = {
        ("mean_working_days", "from_receipt"): gettext("Mean, from the day it came"),
        ("mean_working_days", "from_acknowledgement"): gettext("Mean, from the acknowledgement"),
        ("median_working_days", "from_receipt"): gettext("Half were answered within"),
        ("ninetieth_percentile_working_days", "from_receipt"): gettext("Nine of ten were answered within"),
    }
    for (measure, start), title in titles.items():
        values = [document["stages"][stage][measure][start] for stage in STAGES]
        yield Line(title, tuple(Figure("–" if value is None else f"{value:.1f}") for value in values))
