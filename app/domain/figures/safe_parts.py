"""What everybody may read of complaints parted by place, kind, tenure and so on: no count from 1 to 9 (8.1).

Each breakdown is told with its stages where nothing in it is small; else each part with both stages together, as the
whole is known of each, without those that are small and those that would give them back. What is finer than that (by
quarter, two at once, the largest of a stage, among what was upheld) is left out whole where anything in it, or in its
breakdown, is small: two tables of the same complaints may tell together what neither tells alone.

Parts are told of whole years alone: whoever kept those of three quarters would have what the fourth left out, as the
difference to the year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.figures.suppression import LEAST, is_small, suppressed

Document = dict[str, Any]
Lines = list[dict[str, Any]]

STAGED = ("stage_1", "stage_2", "total")
QUARTERS = ("q1", "q2", "q3", "q4", "year")
OF_HOT_SPOTS = "neighbourhood"
TENURE = "tenure"
"""Told with nothing left out or not at all: the measures CH01 and CH02 stand beside it, and would give that back."""
CROSSED = ("service_area", "theme")
WHOLE = "stage"
"""The one "dimension" of quarters that parts nothing: how many came at each stage."""


def hide(document: Document, *, is_a_year: bool, stages_told: bool) -> None:
    """Take out of a document every small part.

    `stages_told`: whether every stage is told in parts; where not, nothing is told of what was upheld.
    """
    small = set()
    for dimension, lines in document.get("breakdowns", {}).items():
        if not is_a_year or any(map(is_small, _cells(lines, STAGED))):
            small.add(dimension)
            document["breakdowns"][dimension] = _thinned(lines) if is_a_year and dimension != TENURE else None
    upheld = document.get("breakdowns_among_upheld") or {}
    for dimension, lines in upheld.items():
        if dimension in small or not stages_told or any(map(is_small, _cells(lines, STAGED))):
            upheld[dimension] = None
    top = document.get("top") or {}
    _drop(top.get("received"), small)
    _drop(top.get("upheld"), {dimension for dimension, lines in upheld.items() if lines is None})
    quarters = document.get("quarters") or {}
    for dimension, lines in quarters.items():
        if dimension != WHOLE and (dimension in small or any(map(is_small, _cells(lines, QUARTERS)))):
            quarters[dimension] = None
    for name, lines in (document.get("cross") or {}).items():
        if small.intersection(CROSSED) or any(map(is_small, _cells(lines, STAGED))):
            document["cross"][name] = None
    if OF_HOT_SPOTS in small:
        document["hot_spots"] = None


def is_thin(lines: Iterable[Mapping[str, Any]] | None) -> bool:
    """Return whether a breakdown was left without its stages, or without any line."""
    return lines is None or any(line["stage_1"] is None and line["stage_2"] is None for line in lines)


def _cells(lines: Iterable[Mapping[str, Any]] | None, columns: Iterable[str]) -> Iterator[int | None]:
    return (line.get(column) for column in columns for line in lines or ())


def _thinned(lines: Lines | None) -> Lines | None:
    """Return each part with both stages together, None for what is left out; nothing of fewer than ten."""
    if not lines or any(line["total"] is None for line in lines):
        return None
    shown = suppressed({f"{line['label'] or ''} {place}": line["total"] for place, line in enumerate(lines)})
    if shown.total is None or shown.total < LEAST:
        return None
    return [
        {"label": line["label"], "stage_1": None, "stage_2": None, "total": count}
        for line, count in zip(lines, shown.parts.values(), strict=True)
    ]


def _drop(found: dict[str, Any] | None, dimensions: Iterable[str]) -> None:
    for dimension in dimensions:
        if found and dimension in found:
            found[dimension] = None
