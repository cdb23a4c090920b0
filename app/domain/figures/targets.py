"""What measures were to be, beside what they are: met, tolerated or missed (HM1, HP5, HP14, OM6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from app.domain.case.signposts import months_after
from app.domain.figures.comparing import NEARLY, Fault, same
from app.domain.figures.periods import DAY, MONTHS_OF_A_YEAR, Period
from app.domain.figures.statable import OF_A_YEAR, TARGETS, Better
from app.domain.figures.stated import Target


class Status(Enum):
    """How a measure stands to its target."""

    MET = "met"
    WITHIN_TOLERANCE = "within_tolerance"
    MISSED = "missed"
    UNKNOWN = "unknown"


def plain(document: Mapping[str, Any], targets: Mapping[str, Target], period: Period) -> dict[str, Any]:
    """Return each target by the way to what it is of; those of a year's measures only where the period is one."""
    is_year = months_after(period.first, MONTHS_OF_A_YEAR) == period.last + DAY
    return {
        path: _judged(path, at(document, path), targets[path])
        for path in TARGETS
        if path in targets and (is_year or path not in OF_A_YEAR)
    }


def at(document: Mapping[str, Any], path: str) -> float | None:
    """Return the figure that stands at the end of a way through the keys; None where there is none."""
    found: Any = document
    for key in path.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, int | float) else None


def status(path: str, value: float | None, target: float, tolerance: float | None) -> Status:
    """Return how a figure stands to its target."""
    if value is None:
        return Status.UNKNOWN
    if _reaches(path, value, target):
        return Status.MET
    tolerated = tolerance is not None and _reaches(path, value, tolerance)
    return Status.WITHIN_TOLERANCE if tolerated else Status.MISSED


def _reaches(path: str, value: float, level: float) -> bool:
    return value >= level - NEARLY if TARGETS[path] is Better.MORE else value <= level + NEARLY


def _judged(path: str, value: float | None, of: Target) -> dict[str, Any]:
    target, tolerance = float(of.target), None if of.tolerance is None else float(of.tolerance)
    return {
        "value": value,
        "target": target,
        "tolerance": tolerance,
        "status": status(path, value, target, tolerance).value,
    }


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where a target is held against another figure than the report's, or is not judged by it."""
    for path, each in document["targets"].items():
        yield from same(f"targets.{path}.value", each["value"], at(document, path))
        if path in TARGETS:
            judged = status(path, each["value"], each["target"], each["tolerance"])
            if judged.value != each["status"]:
                yield Fault(f"targets.{path}.status", each["value"], each["target"])
