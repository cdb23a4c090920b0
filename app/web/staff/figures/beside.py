"""What needs figures that the landlord states: rates of its homes, and targets, as tables of a page (8.1, HM1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext

from app.domain.figures.tables import unit
from app.domain.figures.targets import Status, at
from app.web.staff.figures.tables import STAGES, Figure, Line, Table
from app.words.figures.statable import called
from app.words.say import say

UNKNOWN = "–"


def of_homes(document: Mapping[str, Any]) -> Table:
    """Return what was received, and answered in time, to the homes we own; without rows where none are known."""
    return Table(gettext("To the homes we own"), tuple(_of_homes(document)))


def _of_homes(document: Mapping[str, Any]) -> Iterator[Line]:
    homes = [tenure for tenure, count in document["homes"].items() if count]
    if homes:
        yield _line(document, gettext("Received, per 1,000 homes"), "relative_to_homes.{}.per_1000_homes")
        yield _line(document, gettext("Received, as a share of homes"), "relative_to_homes.{}.share_of_homes")
    for tenure in homes:
        received = gettext("%(tenure)s: received, per 1,000 homes (CH01)", tenure=tenure)
        yield _line(document, received, f"tsm.{tenure}.CH01.stage_{{}}")
        in_time = gettext("%(tenure)s: answered in time (CH02)", tenure=tenure)
        yield _line(document, in_time, f"tsm.{tenure}.CH02.stage_{{}}")


def of_targets(document: Mapping[str, Any], language: str) -> Table:
    """Return each target with what it is of, what that is, what is tolerated, and whether it is met."""
    rows = tuple(
        Line(
            called(path, language),
            (
                *(Figure(_said(path, each[name])) for name in ("value", "target", "tolerance")),
                Figure(say(Status(each["status"]), language)),
            ),
        )
        for path, each in document["targets"].items()
    )
    return Table(gettext("Our targets"), rows)


def _line(document: Mapping[str, Any], name: str, path: str) -> Line:
    paths = [path.format(stage) for stage in STAGES]
    return Line(name, tuple(Figure(_said(each, at(document, each))) for each in paths))


def _said(path: str, value: float | None) -> str:
    if value is None:
        return UNKNOWN
    of = unit(tuple(path.split(".")))
    if of == "fraction of 1":
        return f"{value:.1%}"
    return f"{value:.1f}%" if of == "per cent" else f"{value:.1f}"
