"""A report as one long table: a row for each figure, with the table and line it stands in and its unit (8.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

WORDY = ("label", "service_area", "theme")
"""What names a line of a table rather than being a figure of it."""
NO_FIGURES = frozenset(
    {
        *("notes", "reconciliation", "quarters_run", "version", "tsm_formula", "basis", "as_of", "period"),
        *("years", "left_out"),
        *("stated", "status"),
    }
)
"""What stands in a document beside its figures."""
FRACTIONS = frozenset({"share", "share_of_homes"})
ENDS_OF_FRACTIONS = ("_rate", "_share")


TARGETS = "targets"


class Figure(NamedTuple):
    """One figure; None: unknown."""

    table: str
    line: str
    measure: str
    unit: str
    value: int | float | None


def figures(document: Mapping[str, Any]) -> Iterator[Figure]:
    """Yield every figure of a report in the order of its document, and those of the period before after them."""
    for name, value in document.items():
        if name not in NO_FIGURES:
            yield from _under((name,), value)


def _under(path: tuple[str, ...], value: Any) -> Iterator[Figure]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            if name not in NO_FIGURES:
                yield from _under((*path, name), each)
    elif isinstance(value, list):
        for line in value:
            yield from _line(".".join(path), line)
    else:
        *table, measure = path
        yield Figure(".".join(table), "", measure, unit(path), value)


def _line(table: str, line: Mapping[str, Any]) -> Iterator[Figure]:
    label = " / ".join(line[name] or "" for name in WORDY if name in line)
    for measure, value in line.items():
        if measure not in WORDY and measure not in NO_FIGURES:
            yield Figure(table, label, measure, unit((*table.split("."), measure)), value)


def unit(path: tuple[str, ...]) -> str:
    """Return what a figure is counted in, by where it stands; a target, in what it is a target of."""
    if TARGETS in path:
        return unit(tuple(path[-2].split(".")))
    if any("working_days" in name for name in path):
        return "working days"
    if any(name in FRACTIONS or name.endswith(ENDS_OF_FRACTIONS) for name in path) or "change" in path:
        return "fraction of 1"
    if "per_week" in path:
        return "a week"
    if path[-1] == "percent" or ("CH02" in path and "counts" not in path):
        return "per cent"
    if path[-1] == "per_1000_homes" or ("CH01" in path and "counts" not in path):
        return "per 1,000 homes"
    return "pence" if path[-1] == "compensation_pence" else "count"
