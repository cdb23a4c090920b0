"""What of a report everybody may read: its whole counts, and parts of them without any that is small (8.1).

A whole count, like the answers of a quarter that were in time, tells of nobody. A part of one may: who lives beside
the one person that complained of something knows who that was. So a part is counted with both stages together, as
the whole is known of each; one below ten is left out, with as many others as it takes, and so is the entire table
where even its total is below ten. Of a stage at which fewer than ten were, only their number is told.

Parts are told of whole years alone: whoever kept those of three quarters would have what the fourth left out, as the
difference to the year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from app.domain.case.signposts import months_after
from app.domain.figures.documents import Document
from app.domain.figures.periods import DAY, MONTHS_OF_A_YEAR
from app.domain.figures.suppression import LEAST, suppressed
from app.domain.figures.tables import Figure, figures

PARTED = ("service_area", "theme", "channel")
"""The dimensions that everybody is shown."""
WHOLE = ("stages", "escalation_rate", "on_time_rate")
"""What is shown as it is: counts of a stage, and what follows from them."""
OF_BOTH = "on_time_rate"
"""What would give back of a small stage what is left out of it."""
LEFT_OUT = "left out"


class PartLine(NamedTuple):
    """A part of all complaints: what it is called (None: unknown), and how many; None where that is left out."""

    label: str | None
    complaints: int | None


def is_large(document: Document, stage: str) -> bool:
    """Return whether so many complaints were at a stage that its outcomes tell of nobody."""
    return bool(document["stages"][stage]["received"] >= LEAST)


def parts(document: Document, dimension: str) -> list[PartLine]:
    """Return how the complaints of a year part by a dimension; none where that could tell of somebody."""
    if not _is_a_year(document):
        return []
    lines = document["breakdowns"][dimension] or ()  # nobody noted it
    shown = suppressed({place: line["total"] for place, line in enumerate(lines)})
    if shown.total is None or shown.total < LEAST:
        return []
    return [PartLine(line["label"], shown.parts[place]) for place, line in enumerate(lines)]


def _is_a_year(document: Document) -> bool:
    first, last = (date.fromisoformat(document["period"][name]) for name in ("from", "to"))
    return last == months_after(first, MONTHS_OF_A_YEAR) - DAY


def gives_away(document: Document, key: str) -> bool:
    """Return whether the section of this key parts complaints so that a count from 1 to below ten stands in it.

    What is largest of a dimension, and its hot spots, would give back what its breakdown leaves out.
    """
    group, _, dimension = key.partition(".")
    if group == "hot_spots":
        dimension = "neighbourhood"
    return any(count is not None and 0 < count < LEAST for count in _counts(document, group, dimension))


def _counts(document: Document, group: str, dimension: str) -> Iterator[int | None]:
    """Yield every count that stands behind such a section; none for one that parts nothing."""
    breakdown = document["breakdowns"].get(dimension)
    if group == "cross":
        yield from _cells(document["cross"][dimension], "stage_1", "stage_2", "total")
    elif group == "quarters" and dimension != "stage":
        yield from _cells(document["quarters"][dimension], "q1", "q2", "q3", "q4", "year")
    elif group in ("breakdowns", "hot_spots", "top", "top_upheld"):
        yield from _cells(breakdown, "stage_1", "stage_2", "total")
        before = (document["previous"] or {}).get("breakdowns") or {}
        yield from _cells(before.get(dimension), "stage_1", "stage_2", "total")
    if group == "top_upheld":
        for of in (document["top"]["upheld"][dimension] or {}).values():
            yield from _cells(of["lines"], "count")


def _cells(lines: Iterable[Mapping[str, Any]] | None, *columns: str) -> Iterator[int | None]:
    return (line[column] for line in lines or () for column in columns)


def rows(document: Document) -> Iterator[tuple[str | int | float | None, ...]]:
    """Yield every figure that everybody may read as a row of a file: of which time, where it stands, and its unit."""
    when = (document["period"]["from"], document["period"]["to"])
    whole = {name: document[name] for name in WHOLE if name in document}
    small = {stage: {"received": of["received"]} for stage, of in document["stages"].items()}
    stages = {stage: of if is_large(document, stage) else small[stage] for stage, of in document["stages"].items()}
    if stages != document["stages"]:
        whole.pop(OF_BOTH, None)
    for each in figures(whole | {"stages": stages}):
        yield (*when, *each)
    for dimension in PARTED:
        for label, count in parts(document, dimension):
            value = LEFT_OUT if count is None else count
            yield (*when, f"breakdowns.{dimension}", label or "unknown", "total", "count", value)


HEADS = ("from", "to", *Figure._fields)
